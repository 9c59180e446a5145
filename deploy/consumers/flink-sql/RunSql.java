import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.ResultKind;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

/** Runs the statements of a file in a Flink inside this process, and prints every row as JSON. */
public class RunSql {
    private static final Configuration SMALL =
            Configuration.fromMap(
                    Map.of(
                            "parallelism.default", "1",
                            "rest.port", "0",
                            "table.local-time-zone", "UTC",
                            "taskmanager.memory.network.max", "64mb"));

    public static void main(String[] arguments) throws Exception {
        String script = Files.readString(Path.of(arguments[0]));
        String sql = script.replaceAll("--.*", "").replace("${BROKER}", System.getenv("BROKER"));
        TableEnvironment tables =
                TableEnvironment.create(
                        EnvironmentSettings.newInstance()
                                .inStreamingMode()
                                .withConfiguration(SMALL)
                                .build());
        for (String statement : sql.split(";\\s*\n")) {
            if (!statement.isBlank()) {
                print(tables.executeSql(statement));
            }
        }
    }

    /** One line a change: `op` is +I, -U, +U or -D, Flink's words for the kinds of change. */
    private static void print(TableResult result) throws Exception {
        if (result.getResultKind() == ResultKind.SUCCESS) { // a statement without rows
            return;
        }
        ObjectMapper json = new ObjectMapper();
        try (CloseableIterator<Row> rows = result.collect()) {
            while (rows.hasNext()) {
                Row row = rows.next();
                var line = json.createObjectNode().put("op", row.getKind().shortString());
                for (String column : result.getResolvedSchema().getColumnNames()) {
                    line.set(column, json.valueToTree(row.getField(column)));
                }
                System.out.println(line);
            }
        }
    }
}
