import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;

/** Joins articles with their stories and keeps count of which outlet carries which story. */
public class OutletsByStory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Serde<JsonNode> MESSAGE =
            Serdes.serdeFrom((topic, node) -> write(node), (topic, bytes) -> read(bytes));

    public static void main(String[] arguments) {
        StreamsBuilder builder = new StreamsBuilder();
        Consumed<String, JsonNode> byId = Consumed.with(Serdes.String(), MESSAGE);
        KTable<String, JsonNode> articles = builder.table("enriched-articles", byId);
        KTable<String, JsonNode> filings = builder.table("story-articles", byId);

        // Both have the article's id as key and the same partitioner: no repartitioning is needed.
        articles.join(filings, OutletsByStory::storyAndOutlet)
                .groupBy((id, pair) -> KeyValue.pair(pair.toString(), id), strings())
                .count()
                .toStream()
                .foreach(OutletsByStory::print);

        KafkaStreams streams = new KafkaStreams(builder.build(), settings());
        Thread close = new Thread(() -> streams.close(Duration.ofSeconds(5)));
        Runtime.getRuntime().addShutdownHook(close);
        streams.start();
    }

    private static JsonNode storyAndOutlet(JsonNode enriched, JsonNode filing) {
        JsonNode domain = enriched.at("/article/publisher/domain"); // an object may be null
        return JSON.createObjectNode()
                .put("story_id", filing.get("story_id").asText())
                .put("outlet", domain.isTextual() ? domain.asText() : "unknown");
    }

    private static void print(String pair, Long articles) {
        ObjectNode row = (ObjectNode) read(pair.getBytes(StandardCharsets.UTF_8));
        System.out.println(row.put("articles", articles));
    }

    private static Grouped<String, String> strings() {
        return Grouped.with(Serdes.String(), Serdes.String());
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "kit-kafka-streams");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, System.getenv("BROKER"));
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000);
        // With its cache, a join of two tables hands some pairs on twice (seen with 4.1.0).
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, "state");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    private static JsonNode read(byte[] json) {
        try {
            return json == null ? null : JSON.readTree(json);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static byte[] write(JsonNode node) {
        return node == null ? null : node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
