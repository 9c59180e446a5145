"""Words in and beside the names of places."""

from typing import Final

from workers.domain.enrichment.entities.vocabulary import listed

PLACE_NOUNS: Final = frozenset(
    """
    Abbey Airport Archipelago Arena Avenue Ballroom Barracks Basin Bay Beach Bluff Blvd Border
    Borough Boulevard Bridge Butte Campus Canal Canyon Cape Casino Castle Cathedral Cave Caves
    Cemetery Coast Coastline Counties County Courthouse Cove Creek Crescent Crossing Dam Delta
    Desert District Dock Docks Drive Emirate Estate Expressway Falls Farm Fjord Foothills Forest
    Freeway Garden Gardens Glacier Gorge Governorate Gulf Hall Harbor Harbour Heights Highlands
    Highway Hills Hotel Hwy Icefield Inlet Interchange Island Islands Isles Jail Junction Kingdom
    Lagoon Lake Lane Lighthouse Lodge Mall Manor Marina Mesa Mine Monastery Moor Mosque Motorway
    Mountain Mountains Oblast Ocean Palace Parish Park Parkway Pass Peak Peninsula Pier Plains
    Plateau Plaza Port Prairie Prefecture Prison Province Quarry Racecourse Ranch Reef Refinery
    Region Republic Reservoir Resort Ridge River Road Sea Shore Shrine Sound Speedway Springs
    Square Stadium Station Steppe Strait Straits Street Synagogue Temple Terminal Terrace
    Territory Tower Towers Town Township Trail Tunnel Turnpike Valley Velodrome Village Volcano
    Wetlands Wharf Woods Zoo
    """.split()
)
"""What the name of a place ends in."""

PLACE_OPENERS: Final = frozenset(
    """
    Abu Ain Avenida Bad Bahía Bayt Beit Bukit Camp Cape Central Cerro Chiang Cité Ciudad Costa
    County Dar Deir Downtown East Eastern El Fort Ft. Glen Greater Inch Inner Isla Islas Isle
    Jabal Jebel Kfar Kota Kuala Lake Las Loch Los Lough Lower Monte Mount Mt Mt. New Nizhny North
    Northern Novo Nueva Nuevo Outer Piazza Playa Plaza Port Porto Praia Puerto Pulau Punta Ras Rio
    Rue Río Saint Sainte San Santa Sierra South Southern St St. Tanjung Tel Ulan Upper Valle Villa
    Wadi West Western Île
    """.split()
)
"""What the name of a place begins with."""

TO_PLACES: Final = frozenset(
    """
    across around at central downtown east eastern from in inside into mainland near north
    northeast northeastern northern northwest northwestern off outside south southeast southeastern
    southern southwest southwestern throughout to toward towards via west western
    """.split()
)
"""Prepositions and directions before places."""

TRAVELLING: Final = frozenset(
    """
    arrived commute drive driving drove evacuated extradited ferry fled flee flew flies flight
    flights flown fly flying headed heading launched march marched returned sail sailed sailing
    train travel traveled travelled travelling travels trip
    """.split()
)
"""Before `from` and `to`: `flew to Larn`."""

BEFORE_PLACES: Final = frozenset(
    """
    capital city county district island port province region republic state suburb town village
    """.split()
)
"""`the town of`"""

AFTER_PLACES: Final = frozenset(
    """
    airport area border capital city coast county district island islands peninsula prefecture
    province region resident residents river suburb town valley-based village
    """.split()
)
"""`Larn province`"""

COUNTRIES: Final = listed(
    """
    America | Bosnia | Britain | Burma | Cape Verde | Congo | Cote d'Ivoire | Czech Republic |
    Czechia | Czechoslovakia | Côte d’Ivoire | DR Congo | DRC | Democratic Republic of Congo |
    East Germany | East Timor | England | Great Britain | Holland | Hong Kong | Ivory Coast |
    Macedonia | New Caledonia | North Korea | Northern Ireland | Palestine | Rhodesia | Russia |
    Russian Federation | Scotland | South Korea | Soviet Union | Surinam | Swaziland | Taiwan |
    Trinidad | Turkey | Türkiye | U.K. | U.S | U.S. | U.S.A. | UAE | UK | US | USA | USSR | Wales
    | West Germany | West Indies | Yugoslavia | Zaire
    """
)
"""Countries by other names than CLDR’s, and former ones."""

REGIONS: Final = listed(
    """
    Abkhazia | Aceh | Africa | Al-Aqsa | Ala. | Aleppo | Alps | Amazon River | Amhara | Andalusia
    | Andes | Antarctica | Appalachians | Arctic | Ariz. | Asia | Atlantic | Atlantic Ocean |
    Balkans | Balochistan | Baltic Sea | Bavaria | Bay of Bengal | Black Sea | Bonn | Brittany |
    Broadway | Bronx | Brooklyn | Cabo Delgado | Calif | Calif. | Capitol Hill | Caribbean |
    Catalonia | Caucasus | Central America | Central Asia | Chechnya | Colo. | Conn. | Crimea |
    Crimean Peninsula | D.C. | Dagestan | Danube | Darfur | Donbas | Donbass | Downing Street |
    East Jerusalem | Eastern Europe | English Channel | Eurasia | Europe | Fla | Fla. | Flanders |
    Gatwick | Gaza | Gaza Strip | Golan Heights | Great Barrier Reef | Gulf | Gulf of Aden |
    Gulf of Mexico | Harlem | Heathrow | Himalayas | Hollywood | Horn of Africa | Idlib | Ill. |
    Indian Ocean | Jabalia | Kashmir | Khan Younis | Kharkiv | Kherson | Kurdistan |
    Kurdistan Region | Kyiv | L.A. | Latin America | Lombardy | Manhattan | Mariupol | Mars |
    Mass. | Mediterranean | Mediterranean Sea | Mich. | Middle East | Midlands | Midwest |
    Mindanao | Minn. | Mississippi River | N. Korea | N.C. | N.H. | N.J. | N.M. | N.Y. |
    Nagorno-Karabakh | Nile | Normandy | North America | North Sea | Odesa | Pa. | Pacific |
    Pacific Ocean | Panama Canal | Persian Gulf | Punjab | Pyrenees | Queens | R.I. | Rafah |
    Rakhine | Red Sea | Rhine | Rocky Mountains | Rojava | S. Korea | S.C. | Sahara | Sahel |
    Sardinia | Saxony | Schiphol | Siberia | Sicily | Silicon Valley | Slovak Republic |
    South America | South Asia | South China Sea | South Ossetia | Southeast Asia |
    Strait of Hormuz | Suez Canal | Tenn. | Tex. | Thames | Tibet | Tigray | Transnistria |
    Tuscany | Va. | Volga | W.Va. | Wall Street | West Bank | Western Europe | Wis. | Xinjiang |
    Zaporizhzhia | al-Aqsa
    """
)
"""Regions, seas, rivers and quarters that the news names."""

STATES: Final = listed(
    """
    Aberdeenshire | Alberta | Alentejo | Algarve | Alsace | Anatolia | Andhra Pradesh | Anhui |
    Antioquia | Aragon | Arunachal Pradesh | Assam | Auckland | Ayrshire | Baden-Württemberg |
    Bahia | Bali | Basque Country | Bedfordshire | Belgorod | Berkshire | Bihar | Borno |
    Brandenburg | British Columbia | Buckinghamshire | Burgundy | Calabria | Cambridgeshire |
    Campania | Canterbury | Castile | Cauca | Ceará | Cheshire | Chhattisgarh | Chiapas |
    Chihuahua | Connacht | Cornwall | County Antrim | County Down | County Kerry | County Mayo |
    Cumbria | Derbyshire | Devon | Donegal | Donetsk | Dorset | Durham | Eastern Cape | Essex |
    Extremadura | Fife | Fujian | Fukushima | Galicia | Galilee | Gansu | Gauteng | Glamorgan |
    Gloucestershire | Goa | Guangdong | Guangxi | Guerrero | Guizhou | Gujarat | Gwynedd | Hainan
    | Hampshire | Haryana | Hebei | Heilongjiang | Helmand | Henan | Hertfordshire | Hesse |
    Himachal Pradesh | Hokkaido | Hubei | Hunan | Ingushetia | Inner Mongolia | Ituri | Jalisco |
    Java | Jharkhand | Jiangsu | Jiangxi | Jilin | Kaduna | Kalimantan | Kandahar | Kansas City |
    Karnataka | Katanga | Katsina | Kent | Kerala | Kerry | Khyber Pakhtunkhwa | Kursk |
    KwaZulu-Natal | Ladakh | Lancashire | Leicestershire | Leinster | Liaoning | Limpopo |
    Lincolnshire | Lorraine | Los Angeles | Lower Saxony | Luhansk | Luzon | Madhya Pradesh |
    Maharashtra | Manipur | Manitoba | Mato Grosso | Mayo | Meghalaya | Michoacán | Middlesex |
    Minas Gerais | Mizoram | Mpumalanga | Munster | Nagaland | Natal | New Brunswick | New England
    | New South Wales | New York | Newfoundland | Ningxia | Norfolk | North Kivu |
    North Rhine-Westphalia | Northamptonshire | Northern Territory | Northumberland |
    Nottinghamshire | Nova Scotia | Nuevo León | Oaxaca | Odisha | Okinawa | Ontario | Otago |
    Oxfordshire | Palawan | Papua | Paraná | Penang | Pernambuco | Piedmont | Powys | Provence |
    Puglia | Qinghai | Quebec | Queensland | Québec | Rajasthan | Rhineland-Palatinate |
    Rio Grande do Sul | Saarland | Sabah | Santa Catarina | Sarawak | Saskatchewan | Saxony-Anhalt
    | Schleswig-Holstein | Selangor | Shaanxi | Shandong | Shanxi | Shropshire | Sichuan | Sikkim
    | Sinaloa | Sindh | Somerset | Sonora | South Australia | South Kivu | Staffordshire | Suffolk
    | Sulawesi | Sumatra | Surrey | Sussex | Tabasco | Tamaulipas | Tamil Nadu | Tasmania |
    Tatarstan | Telangana | Thuringia | Tipperary | Transvaal | Tripura | Ulster | Umbria |
    Uttar Pradesh | Uttarakhand | Veneto | Veracruz | Victoria | Visayas | Warwickshire |
    Washington | Wellington | West Bengal | Western Australia | Western Cape | Wiltshire |
    Worcestershire | Yorkshire | Yucatán | Yunnan | Zacatecas | Zamfara | Zhejiang | Île-de-France
    """
)
"""Counties, states and provinces."""

CALLED_PLACES: Final = frozenset(
    """
    archipelago atoll borough capital city coast commune county district enclave estuary glacier
    gulf hamlet harbour haven island islands lake mountain municipality neighborhood neighbourhood
    oasis outpost peak peninsula port prefecture province quarter region reservoir resort river
    settlement shantytown slum state strait stronghold suburb territory town township valley
    village volcano
    """.split()
)
"""What places are called: `the river Ode`, `Larn, a fishing village`."""

NAMES_BEFORE_DE: Final = frozenset(
    """
    Avenida Bahía Cerro Ciudad Costa Isla Islas Palacio Piazza Place Playa Playas Plaza Porto
    Praia Praça Puerta Puerto Punta Rio Rua Rue Río San Santa Santiago Sierra Valle Villa Île
    """.split()
)
"""First words of places with `de` behind them."""

DONE_TO_PLACES: Final = frozenset(
    "besieged bombarded bombed captured entered evacuated invaded liberated occupied overran raided"
    " reached recaptured shelled struck".split()
)
"""What armies and travellers do to places."""
