"""Organisations of the world's news that most of its readers know, by their own names."""

from typing import Final

from workers.domain.enrichment.entities.vocabulary import listed

WORLD_ORGANIZATIONS: Final = listed(
    """
    African Development Bank | African Union | Arab League | Asian Development Bank | Commonwealth
    | Council of Europe | European Court of Human Rights | European Council | Eurojust | Eurostat
    | European Medicines Agency | European Space Agency | Europol | Frontex | Global Fund | Gavi |
    International Atomic Energy Agency | International Court of Justice |
    International Criminal Court | International Energy Agency | Interpol | IPCC |
    Inter-American Development Bank | Mercosur | Organization of American States |
    Organisation of Islamic Cooperation | UN Women | UNAIDS | UNFPA | UNIFIL |
    World Food Programme | World Economic Forum | World Meteorological Organization |
    World Wildlife Fund | WWF | Médecins Sans Frontières | MSF | Red Crescent | Salvation Army |
    Save The Children | Reporters Without Borders | Committee to Protect Journalists |
    Transparency International | Extinction Rebellion | Just Stop Oil | Freedom House | Oxfam |
    UNHCR | Bellingcat | Airwars | Gates Foundation | Wellcome Trust | Smithsonian |
    Nobel Committee | Vatican | Holy See
    """
)
"""Bodies of many countries, courts, charities."""

COMPANIES: Final = listed(
    """
    ABB | ABN Amro | AirAsia | Air Canada | Air India | Alitalia | American Airlines | Ant Group |
    Asda | Asos | Axel Springer | BBVA | BAE Systems | Bank of China | Bank of England |
    Bank of Japan | Bank of Canada | Bank of France | Bharti Airtel | Binance | Bitcoin Suisse |
    Blackstone | Block | Boohoo | Bridgestone | BYD | CaixaBank | Canon | Capgemini |
    Cathay Pacific | CATL | Chanel | China Evergrande | Coinbase | Commerzbank | Continental |
    Country Garden | Cox Communications | Crédit Agricole | CrowdStrike | DeepMind | DeepSeek |
    Deliveroo | Delta | Delta Air Lines | DHL | DiDi | DP World | DoorDash | EDF | Electrolux |
    Eli Lilly | Emirates | Enel | Engie | Eni | Epic Games | Equinor | Eskom | Etihad | Eurostar |
    Evergrande | Experian | Exxon Mobil | Foxconn | Freeport | FTX | Gap | Generali | Getty |
    Glencore | Greggs | Grab | Gucci | H&M | HDFC Bank | Hermès | Hapag-Lloyd | IG Metall |
    Hershey | Hugo Boss | Iberdrola | ICICI Bank | Inditex | Intesa Sanpaolo | ITV | J.P. Morgan |
    JD.com | Jet2 | John Lewis | Kaspersky | Kering | Kia | Klarna | Kraft Heinz | Krispy Kreme |
    L'Oréal | Lego | LG | Lidl | Lloyds Bank | Lyft | Macy's | Mars Wrigley | Meituan | Mercedes |
    Mercedes-Benz | Metro Bank | Mondelez | Moody's | Morrisons | MTN | Naspers | National Grid |
    NatWest | Natura | Nationwide | Nintendo | Nippon Steel | Norsk Hydro | Northvolt |
    Novo Nordisk | Ocado | Odebrecht | OnlyFans | Orange | Ørsted | Palantir | Patagonia | Pemex |
    PDVSA | Penguin Random House | Pinduoduo | Pirelli | Prada | Primark | Prudential | Puma |
    Rakuten | RedBird | Reliance Industries | Revolut | Rheinmetall | Rio Tinto | Rivian | Roblox
    | Roku | Royal Mail | Safaricom | Sasol | Saudi Aramco | SAS | SenseTime | Shein | Shopify |
    Sinovac | SK Hynix | Slack | SNCF | SoftBank | Sotheby's | Southwest Airlines |
    Spirit AeroSystems | Stellantis | Stripe | STMicroelectronics | Superdry | Swatch | Swiss Re |
    TAP | Tata Motors | Temu | Thames Water | Thales | Ticketmaster | TotalEnergies | Transnet |
    TSMC | Turkish Airlines | Ubisoft | UniCredit | Uniqlo | UnitedHealth | United Airlines |
    Vattenfall | Vinci | Viacom | Virgin Atlantic | Vivendi | Vestas | Vinted | Waitrose |
    Warner Bros. Discovery | Waymo | Wise | Wizz Air | WeWork | Wirecard | Wipro | Yamaha | YPF |
    Zalando | Zelle | ZTE | Zurich Insurance | xAI | McDonald’s | Sainsbury’s | Moody’s
    """
)
"""Firms whose names tell nothing about them."""

PARTIES_AND_GROUPS: Final = listed(
    """
    African National Congress | AfD | AKP | Al Qaida | al-Qaida | al-Qaeda | al-Shabaab |
    Al-Shabaab | Aam Aadmi Party | Azov | Bharatiya Janata Party | Boko Haram | Chega | Ciudadanos
    | CHP | Christian Democratic Union | Congress Party | Democratic Party |
    Democratic Unionist Party | DUP | Ennahda | Fidesz | Five Star Movement | Forza Italia |
    Green Party | Houthis | Inkatha | Jemaah Islamiyah | Jobbik | Kuomintang | KMT |
    La France Insoumise | Lega | Liberal Democrats | Likud | M23 | Morena | National Rally |
    Northern League | Oath Keepers | PASOK | Plaid Cymru | Podemos | Polisario | Proud Boys | PTI
    | RSF | Rapid Support Forces | Reform UK | Republican Party | Sinaloa Cartel | Sinn Féin | SNP
    | Scottish National Party | Social Democrats | Syriza | Vox | Wagner | Workers' Party |
    Workers’ Party | Yisrael Beiteinu | Zanu PF | EFF | Hizbullah | Hizballah | Islamic Jihad |
    Palestinian Authority | IDF | Shin Bet | Basij | Revolutionary Guard | Revolutionary Guards |
    Quds Force | State Duma | Rassemblement National | Tories
    """
)
"""Parties, militias, armed groups."""

SPORT_BODIES: Final = listed(
    """
    FC Barcelona | Atlético Madrid | Atlético | Barça | Bayern | Brighton | Brentford | Burnley |
    Celtic | Crystal Palace | Fulham | Ipswich Town | Leeds United | Leicester City | Lille OSC |
    Lyon | Marseille | Napoli | Newcastle United | Norwich City | Olympique de Marseille |
    Olympique Lyonnais | Paris Saint-Germain | PSG | RB Leipzig | Red Bull | Sevilla | Sunderland
    | Valencia CF | Villarreal | West Bromwich Albion | West Ham United | Wolverhampton Wanderers
    | Al Ahly | Al-Hilal | Al-Nassr | Al Nassr | Inter Miami | LA Galaxy | LAFC | Orlando Pirates
    | Kaizer Chiefs | Mamelodi Sundowns | Serie A | La Liga | Ligue 1 | Eredivisie | Super League
    | EFL | FA | MLS | NCAA | PGA | LIV Golf | ATP | WTA | ICC | BCCI | IPL | WADA | CAF |
    CONCACAF | Conmebol | World Athletics | World Rugby | Ferrari | McLaren | Mercedes | Haas |
    Alpine
    """
) - frozenset(("Lyon", "Marseille", "Brighton", "Brentford", "Burnley", "Sunderland"))
"""Clubs, leagues and federations; towns that are also clubs are decided by what they do."""

OFFICIAL_BODIES: Final = listed(
    """
    Bank of England | Bank of Japan | Border Patrol | Cabinet Office | Capitol Police | Cobra |
    Consumer Product Safety Commission | Commerce Department | Congressional Budget Office |
    Customs and Border Protection | Department of Defense | Department of Education |
    Department of Homeland Security | Department of Justice | Department of State | Downing Street
    | Education Department | Elysee | Elysée | Energy Department | Environment Agency |
    Financial Conduct Authority | Federal Bureau of Investigation | GCHQ | Health Department |
    HM Revenue and Customs | HMRC | Home Office | House of Commons | House of Lords |
    House of Representatives | Immigration and Customs Enforcement | Interior Department | Kremlin
    | Labor Department | Lok Sabha | Rajya Sabha | Majlis | Met Office | Met Police |
    Metropolitan Police | Ministry of Defence | National Security Agency |
    National Security Council | National Trust | National Weather Service | NYPD | LAPD | Ofgem |
    Ofsted | Old Bailey | Politburo | Royal Navy | Royal Air Force | Scotland Yard |
    Securities and Exchange Commission | Sejm | State Council | Treasury Department | US Treasury
    | Verkhovna Rada | Foreign Office | Crown Prosecution Service | National Health Service |
    NHS England | Public Health England | Supreme Court | High Court | Constitutional Court |
    Court of Appeal | Federal Trade Commission | Federal Reserve
    """
) - frozenset(("Downing Street",))
"""Ministries, courts, police and parliaments that have names of their own."""
