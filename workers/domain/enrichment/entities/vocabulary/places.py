"""Words in and beside the names of places."""

from typing import Final

from workers.domain.enrichment.entities.vocabulary import listed

PLACE_NOUNS: Final = frozenset(
    """
    Airport Archipelago Arena Avenue Ballroom Basin Bay Beach Blvd Border Borough Boulevard Bridge
    Campus Canal Canyon Cape Casino Castle Cathedral Cemetery Coast Coastline Counties County
    Creek Crossing Delta Desert District Drive Emirate Falls Forest Garden Gardens Glacier
    Governorate Gulf Hall Harbor Harbour Heights Highway Hills Hotel Hwy Island Islands Isles
    Junction Kingdom Lake Lane Mall Mosque Mountain Mountains Oblast Ocean Palace Parish Park
    Peninsula Plateau Plaza Port Prefecture Province Ranch Reef Region Republic Resort River Road
    Sea Shore Speedway Springs Square Stadium Station Steppe Strait Straits Street Terminal
    Territory Tower Towers Town Township Valley Village Volcano Zoo
    """.split()
)
"""What the name of a place ends in."""

PLACE_OPENERS: Final = frozenset(
    """
    Abu Ain Bad Bayt Beit Bukit Camp Cape Central Chiang Cité Ciudad Dar Deir Downtown East
    Eastern El Fort Ft. Greater Isla Isle Jabal Jebel Kfar Kota Kuala Lake Las Los Lower Monte
    Mount Mt Mt. New Nizhny North Northern Novo Nueva Nuevo Playa Port Porto Puerto Pulau Ras Rio
    Saint Sainte San Santa South Southern St St. Tanjung Tel Ulan Upper Villa Wadi West Western
    """.split()
)
"""What the name of a place begins with."""

TO_PLACES: Final = frozenset(
    """
    across around at central downtown east eastern from in inside into mainland near north
    northeast northeastern northern northwest northwestern outside south southeast southeastern
    southern southwest southwestern throughout to toward towards via west western
    """.split()
)
"""Prepositions and directions before places."""

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
    | Antarctica | Arctic | Ariz. | Asia | Atlantic | Atlantic Ocean | Balkans | Balochistan |
    Baltic Sea | Bavaria | Bay of Bengal | Black Sea | Bonn | Brittany | Broadway | Bronx |
    Brooklyn | Cabo Delgado | Calif | Calif. | Capitol Hill | Caribbean | Catalonia | Caucasus |
    Central America | Central Asia | Chechnya | Colo. | Conn. | Crimea | Crimean Peninsula | D.C.
    | Dagestan | Danube | Darfur | Donbas | Donbass | Downing Street | East Jerusalem |
    Eastern Europe | English Channel | Eurasia | Europe | Fla | Fla. | Flanders | Gatwick | Gaza |
    Gaza Strip | Golan Heights | Great Barrier Reef | Gulf | Gulf of Aden | Gulf of Mexico |
    Harlem | Heathrow | Himalayas | Hollywood | Horn of Africa | Idlib | Ill. | Indian Ocean |
    Jabalia | Kashmir | Khan Younis | Kharkiv | Kherson | Kurdistan | Kurdistan Region | Kyiv |
    L.A. | Latin America | Lombardy | Manhattan | Mariupol | Mars | Mass. | Mediterranean |
    Mediterranean Sea | Mich. | Middle East | Midlands | Midwest | Mindanao | Minn. |
    Mississippi River | N. Korea | N.C. | N.H. | N.J. | N.M. | N.Y. | Nagorno-Karabakh | Nile |
    Normandy | North America | North Sea | Odesa | Pa. | Pacific | Pacific Ocean | Panama Canal |
    Persian Gulf | Punjab | Queens | R.I. | Rafah | Rakhine | Red Sea | Rhine | Rojava | S. Korea
    | S.C. | Sahara | Sahel | Sardinia | Saxony | Schiphol | Siberia | Sicily | Silicon Valley |
    Slovak Republic | South America | South Asia | South China Sea | South Ossetia |
    Southeast Asia | Strait of Hormuz | Suez Canal | Tenn. | Tex. | Thames | Tibet | Tigray |
    Transnistria | Tuscany | Va. | Volga | W.Va. | Wall Street | West Bank | Western Europe | Wis.
    | Xinjiang | Zaporizhzhia | al-Aqsa
    """
)
"""Regions, seas, rivers and quarters that the news names."""

STATES: Final = listed(
    """
    Auckland | Bedfordshire | Berkshire | Buckinghamshire | Cambridgeshire | Canterbury | Cheshire
    | Connacht | Cornwall | Cumbria | Derbyshire | Devon | Dorset | Durham | Essex | Glamorgan |
    Gloucestershire | Hampshire | Hertfordshire | Kansas City | Kent | Lancashire | Leicestershire
    | Leinster | Lincolnshire | Los Angeles | Middlesex | Munster | Natal | New England | New York
    | Norfolk | Northamptonshire | Northumberland | Nottinghamshire | Otago | Oxfordshire |
    Queensland | Shropshire | Somerset | Staffordshire | Suffolk | Surrey | Sussex | Tasmania |
    Transvaal | Ulster | Victoria | Warwickshire | Washington | Wellington | Wiltshire |
    Worcestershire | Yorkshire
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
