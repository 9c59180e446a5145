"""Words in and beside the names of organisations, and organisations that everybody knows."""

from typing import Final

from workers.domain.enrichment.entities.vocabulary import listed

ORGANIZATION_NOUNS: Final = frozenset(
    """
    AC AG AI Academy Administration Aerospace Agency Agro Air Airlines Airways Alliance
    Ambulance Aquatics Archive Archives Army Asociación Assembly Associates Association
    Athletic Athletics Authority Automotive Awareness Bakeries Bakery Banca Banco Bank Banking
    Banks Banque Battalion Biotech Board Books Brewery Brigade Broadcasting Bros Bros.
    Brotherhood Brothers Bundesbank Bureau CF Cabinet Caixa Capital Cartel Caucus Celtic Cement
    Center Centre Chamber Chambre Charity Chemical Chemicals Choir Church City Clinic Clinics
    Club Co Co-operative Co. Coalition Collective College Colleges Comité Commission Committee
    Committees Communications Compagnie Companies Company Confederation Conference Congregation
    Congress Conseil Consejo Conselho Consortium Constabulary Construction Consulate
    Cooperation Cooperative Corp Corp. Corporation Corps Correio Correo Corriere Cos Council
    Councils Court Courts Cámara Câmara Daily Department Dept Diario Diocese Directorate
    Division Diário Dynamics Electric Embassy Energy Engineering Enterprises Entertainment
    Exchange FC Faculty Farms Federación Federation Finance Financial Fisheries Folha Fondation
    Foods Force Forces Forum Foundation Front Fund Fundación Fundação Funds Gallery Gas Gazeta
    Gazette Gazzetta Genetics Giornale GmbH Group Guard Guardian Guerrillas Healthcare Herald
    Holding Holdings Homes Hospital Hospitals Hotels Hotspur House Inc Inc. Industries Industry
    Inspectorate Institute Instituto Instruments Insurance International Investigations
    Investment Investments Istituto Jornal Journal LLC Laboratories Labs Lawyers League Legion
    Library Lines Logistics Ltd Ltd. Machinists Mafia Magazine Management Maritime Materials
    Media Metals Microsystems Militia Mining Ministerio Ministry Ministère Ministério Motor
    Motors Movement Museum NV Nations Navy Network Networks News Newspapers Observatory
    Observer Office Oil Ombudsman Orchestra Organisation Organization PLC Parliament Partido
    Partito Partners Party Patrol Payments Petroleum Pharma Pharmaceuticals Pharmacy
    Philharmonic Pictures Plastics Plc Police Post Power Press Productions Properties
    Prosecutors Publishers Publishing Radio Radiotelevisione Railway Railways Rangers Records
    Regiment Regulator Renewables Research Reserve Resistance Restaurants Retail Robotics
    Rovers SA SC School Schools Sciences Secretariat Securities Semiconductor Semiconductors
    Senate Service Services Shipping Shipyard Shipyards Sindicato Society Société Software
    Solutions Sons Squad Steel Steelworkers Stores Studios Supermarkets Surveyors Syndicate
    Synod Systems TV Team Teamsters Technologies Technology Telecom Telecommunications
    Telegraph Television Textiles Theater Theatre Therapeutics Times Toys Transport Treasury
    Tribunal Tribune Truckers Trust Union Unions United Universidad Universidade Universita
    University Università Université Utilities Ventures Wanderers Weekly Wines Works plc
    """.split()
)
"""What the name of an organisation ends in, or is made with."""

COMPANY_FORMS: Final = frozenset(
    """
    AG Co Co. Company Corp Corp. Corporation GmbH Group Holdings Inc Inc. LLC Ltd Ltd. NV PLC Plc
    SA plc
    """.split()
)
"""Legal forms: after them nothing of the name follows."""

GOVERNING: Final = frozenset(
    """
    Army Cabinet Court Department Embassy Government Ministry Navy Parliament Police
    """.split()
)
"""What a country has: `French Parliament` is called Parliament."""

BEFORE_ORGANIZATIONS: Final = frozenset(
    """
    agency airline bank broadcaster brokerage by carrier champions club company conglomerate daily
    firm franchise giant group insurer leaders league magazine maker network newspaper outfit
    party rebel retailer side startup union website
    """.split()
)
"""`the drugmaker Veltrix`"""

AFTER_ORGANIZATIONS: Final = frozenset(
    """
    analyst analysts batsman bonds boss bowler captain ceo chairman coach defence defender
    directors division employees executive executives fans fighters forward fullback goalkeeper
    guerrillas headquarters linebacker manager midfield midfielder militants militia net newspaper
    officials owner owners pitcher players playmaker president profit quarterback rebels reliever
    reporters results sales scrum-half shareholders shares shortstop skipper spokesman
    spokespeople spokesperson spokeswoman stock stocks striker subsidiary supporters treasurer
    unit winger
    """.split()
)
"""`Veltrix shares`"""

DOES: Final = frozenset(
    """
    acquired agreed aims bought employs expects exported exports filed hired invested launched
    makes manufactures merged operates owns plans posted produces sells supplies unveiled
    """.split()
)
"""What companies do."""

OTHER_NOUNS: Final = frozenset(
    """
    Accord Accords Act Age Agreement Album Amendment Article Average Award Awards Bill Bowl
    Championship Championships Chapter Code Constitution Convention Copa Coupe Crisis Critérium
    Cross Cup Day Deal Derby Disease Doctrine Dream Edition Episode Era Eve Expo Fair Festival
    Figure Final Finals Fête Game Games Genocide Giro Grammys Holiday Holocaust Index
    Initiative Language Law Marathon Masters Match Medal Medicare Movement Olympics Open
    Operation Order Oscars Pact Parade Part Partnership Phase Plan Playoffs Poll Prix Prize
    Process Program Programme Project Protocol Quarter Race Rally Report Review Revolution
    Round Rule Scale Section Semifinals Series Show Stage Stakes Study Summit Survey Syndrome
    Table Theory Tour Tournament Tours Treaty Trophy Virus Volume Vuelta War Wars Week
    """.split()
)
"""What the names of events, laws, works and prizes end in."""

ORGANIZATIONS: Final = listed(
    """
    AARP | AC Milan | ACLU | AFL-CIO | AIG | AMD | ANC | AOL | APEC | ASEAN | AT&T | ATF | AXA |
    Acas | Accenture | Adidas | Adobe | Aeroflot | Aetna | Air France | Airbnb | Airbus | Ajax |
    Al Qaeda | Al Shabaab | Alcatel | Alcoa | Aldi | Alibaba | Allianz | Alphabet | Alstom |
    Amazon | Amnesty International | Amtrak | Anderlecht | Anthropic | Apple | Aramco |
    ArcelorMittal | Arsenal | Asean | Aston Martin | Aston Villa | AstraZeneca | Atletico Madrid |
    Audi | Aviva | BASF | BHP | BJP | BMW | BNP | BNP Paribas | BP | BRICS | BT | Baidu |
    Banco Santander | Bank of America | Barcelona | Barclays | Bayer | Bayer Leverkusen | Bayern |
    Bayern Munich | Benfica | Besiktas | Best Buy | Black Lives Matter | BlackBerry | BlackRock |
    Boca | Boca Juniors | Boehringer | Boeing | Boko Haram | Borussia Dortmund | Bosch |
    British Airways | Bundesbank | Bundesliga | Bundestag | Bundeswehr | Burger King | ByteDance |
    C.I.A. | CARICOM | CBO | CDC | CDU | CIA | CSU | Caritas | Carrefour | Caterpillar | Chelsea |
    Chevron | Chrysler | Cisco | Citibank | Citigroup | Citroen | Coast Guard | Coca-Cola |
    Comcast | Comecon | Comesa | Comintern | Congress | ConocoPhillips | Costco | Credit Suisse |
    Crystal Palace | DEA | DHS | DNC | Daimler | Danone | Defence Ministry | Defense Ministry |
    Dell | Deloitte | Deutsche Bank | Dior | Disney | Doctors Without Borders | Dow Jones | DuPont
    | Duma | E.U. | EADS | ECB | ECOWAS | EPA | EU | Ecowas | El Al | Ericsson |
    European Central Bank | European Commission | European Parliament | European Union | Europol |
    Everton | Exxon | ExxonMobil | F.B.I. | FAA | FARC | FBI | FCC | FDA | FDP | FEMA | FIFA | FSB
    | FTC | Facebook | Fatah | Fed | FedEx | Federal Reserve | Fenerbahce | Ferrari | Feyenoord |
    Fianna Fail | Fiat | Fifa | Finance Ministry | Fine Gael | Fiorentina | Flamengo | Fluminense
    | Foreign Ministry | Fox | Foxconn | Fujitsu | G20 | G7 | G8 | GE | GM | GOP | GRU | GSK |
    Galatasaray | Gazprom | General Electric | General Motors | Gestapo | Glasgow Rangers |
    GlaxoSmithKline | Goldman Sachs | Google | Greenpeace | Gremio | Groupon | HP | HSBC | HUD |
    Halliburton | Hamas | Heineken | Hells Angels | Hewlett-Packard | Hezbollah | Hitachi |
    Hizbollah | Home Depot | Honda | Houthi | Houthis | Huawei | Human Rights | Hyundai | IAEA |
    IBM | ICC | ICRC | IKEA | IMF | IOC | IRA | IRS | ISIS | Iberia | Infosys | Instagram | Intel
    | Inter Milan | Interior Ministry | International Monetary Fund | Interpol | Islamic State |
    JPMorgan | JPMorgan Chase | Johnson & Johnson | Justice Department | Juve | Juventus | KGB |
    KLM | KPMG | Khmer Rouge | Knesset | Kodak | Kremlin | Ku Klux Klan | Kuomintang | L'Oreal |
    LTTE | LVMH | Labor Party | Labour | Labour Party | Land Rover | Lazio | Lehman Brothers |
    Lenovo | Liberal Democrats | Likud | LinkedIn | Liverpool | Lloyds | Lockheed Martin |
    Lufthansa | Luftwaffe | Lukoil | MDC | MI5 | MI6 | MLB | Maersk | Manchester City |
    Manchester United | Marks & Spencer | Mastercard | Mazda | McDonald's | McKinsey | Medtronic |
    Merck | Mercosur | Merrill Lynch | Meta | Michelin | Microsoft | Mitsubishi | Moderna |
    Monsanto | Morgan Stanley | Mossad | Motorola | Mujahideen | Muslim Brotherhood | NAACP |
    NAFTA | NASA | NASDAQ | NATO | NBA | NFL | NHL | NHS | NRA | NSA | NTSB | NYSE | Nasa | Nasdaq
    | NatWest | National Guard | Nato | Nestle | Netflix | Nike | Nikkei-225 | Nissan | Nokia |
    Northrop | Nottingham Forest | Novartis | Nvidia | OECD | OPEC | OSCE | Ofcom | Olympiakos |
    Opcw | Opec | OpenAI | Oracle | Oxfam | PETA | PKK | PLO | PSOE | PSV | Palmeiras | Panasonic
    | Panathinaikos | Paris Saint-Germain | Parliament | PayPal | Penarol | Pentagon | PepsiCo |
    PetroChina | Petrobras | Peugeot | Pfizer | Philips | Planned Parenthood | Politburo | Porsche
    | Premier League | Procter & Gamble | PwC | Qantas | Qualcomm | Queens Park Rangers | RNC |
    Raytheon | Real Madrid | Red Cross | Red Star Belgrade | Reddit | Renamo | Renault | Repsol |
    Rio Tinto | River Plate | Roche | Rolls Royce | Rolls-Royce | Rosenborg | Rosneft |
    Royal Dutch Shell | Ryanair | SAP | SCO | SEC | SPD | SWAPO | Saab | Safeway | Sainsbury's |
    Sampdoria | Samsung | Sanofi | Save the Children | Sberbank | Schalke | Scotland Yard |
    Secret Service | Security Council | Senate | Sevilla | Sheffield Wednesday | Shell | Shin Bet
    | Siemens | Sinn Fein | Sinopec | Skype | Snapchat | Societe Generale | Sony | SpaceX |
    Spartak | Spotify | Spurs | Standard & Poor | Standard Chartered | Starbucks | Stasi |
    State Department | Statoil | Steaua | Subaru | Supreme Court | Suzuki | Symantec | TSA |
    Taliban | Tamil Tigers | Tata Steel | Tea Party | Telefonica | Tencent | Tesco | Tesla |
    ThyssenKrupp | TikTok | TotalEnergies | Tottenham | Tottenham Hotspur | Toyota | Treasury |
    Twitter | U.N. | UBS | UEFA | UN | UNDP | UNESCO | UNHCR | UNICEF | UNRWA | Uber | Uefa |
    Unesco | Unhcr | Unicef | Unilever | Unita | United Nations | Verizon | Vodafone | Volkswagen
    | Volvo | WFP | WHO | WTO | Wal-Mart | Walmart | Wehrmacht | Wells Fargo | Werder Bremen |
    West Ham | Westinghouse | WhatsApp | White House | WikiLeaks | Wikileaks | World Bank |
    World Health Organization | World Trade Organization | Xerox | Xiaomi | Yahoo | Yandex |
    YouTube | Zanu-PF | Zara | eBay | easyJet
    """
)
"""Bodies, firms, parties and clubs by the names that the news uses."""

CALLED_ORGANIZATIONS: Final = frozenset(
    """
    agency airline alliance army association authority bank body brand brewer broadcaster
    brokerage builder carrier chain channel charity club clubs coalition company conglomerate
    consultancy contractor cooperative council developer distributor drugmaker faction federation
    firm foundation franchise fund gang giant group hospital institute institution insurer label
    lender lobby magazine maker manufacturer militia mission movement network newspaper ngo
    operator organisation organization outfit outlet paper parliament party platform producer
    publisher regulator retailer school side start-up startup station subsidiary supermarket
    supplier team think-tank thinktank union university utility watchdog website
    """.split()
)
"""What organisations are called: `the charity Harbour Aid`, `Veltrix, a drugmaker`."""

NATIONAL_BODIES: Final = listed(
    """
    Air Force | Army | Broadcasting Corporation | Coast Guard | Football Association |
    Football Federation | National Guard | Navy | Olympic Committee | Press Association |
    Red Crescent | Red Cross | Supreme Court
    """
)
"""Bodies that each country has: there the country is a part of the name."""

JOINED: Final = frozenset(
    "joined rejoined joining sued acquired acquire nationalised rival".split()
)
"""What people and firms do to an organisation, before its name."""

CALLED_OTHER: Final = frozenset(
    """
    album app ballad boat bomber cat corvette cruiser cyclone destroyer documentary dog elephant
    exhibition ferry fighter film freighter frigate game hashtag horse hurricane icebreaker
    language medal missile model movie musical novel opera painting play podcast poem prize
    racehorse rocket satellite schooner series ship single sitcom software song spacecraft steamer
    storm submarine symphony tanker trawler trophy tugboat typhoon vessel virus warship yacht
    """.split()
)
"""What other things with names are called: `the ferry Larn`, `Larn, a novel`."""

STAKES: Final = frozenset("bonds holding investors share shareholders shares stake stock".split())
"""What people have in a company."""
