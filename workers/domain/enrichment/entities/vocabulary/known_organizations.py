"""Organisations of the world's news that most of its readers know, by their own names."""

from typing import Final

from workers.domain.enrichment.entities.vocabulary import listed

WORLD_ORGANIZATIONS: Final = listed(
    """
    African Development Bank | African Union | Airwars | Arab League | Asian Development Bank |
    Bellingcat | Committee to Protect Journalists | Commonwealth | Council of Europe | Eurojust |
    European Council | European Court of Human Rights | European Medicines Agency |
    European Space Agency | Europol | Eurostat | Extinction Rebellion | Freedom House | Frontex |
    Gates Foundation | Gavi | Global Fund | Holy See | IPCC | Inter-American Development Bank |
    International Atomic Energy Agency | International Court of Justice |
    International Criminal Court | International Energy Agency | Interpol | Just Stop Oil | MSF |
    Mercosur | Médecins Sans Frontières | Nobel Committee | Organisation of Islamic Cooperation |
    Organization of American States | Oxfam | Red Crescent | Reporters Without Borders |
    Salvation Army | Save The Children | Smithsonian | Transparency International | UN Women |
    UNAIDS | UNFPA | UNHCR | UNIFIL | Vatican | WWF | Wellcome Trust | World Economic Forum |
    World Food Programme | World Meteorological Organization | World Wildlife Fund
    """
)
"""Bodies of many countries, courts, charities."""

COMPANIES: Final = listed(
    """
    ABB | ABN Amro | Air Canada | Air India | AirAsia | Alitalia | American Airlines | Ant Group |
    Asda | Asos | Axel Springer | BAE Systems | BBVA | BYD | Bank of Canada | Bank of China |
    Bank of England | Bank of France | Bank of Japan | Bharti Airtel | Binance | Bitcoin Suisse |
    Blackstone | Block | Boohoo | Bridgestone | CATL | CaixaBank | Canon | Capgemini |
    Cathay Pacific | Chanel | China Evergrande | Coinbase | Commerzbank | Continental |
    Country Garden | Cox Communications | CrowdStrike | Crédit Agricole | DHL | DP World |
    DeepMind | DeepSeek | Deliveroo | Delta | Delta Air Lines | DiDi | DoorDash | EDF | Electrolux
    | Eli Lilly | Emirates | Enel | Engie | Eni | Epic Games | Equinor | Eskom | Etihad | Eurostar
    | Evergrande | Experian | Exxon Mobil | FTX | Foxconn | Freeport | Gap | Generali | Getty |
    Glencore | Grab | Greggs | Gucci | H&M | HDFC Bank | Hapag-Lloyd | Hermès | Hershey |
    Hugo Boss | ICICI Bank | IG Metall | ITV | Iberdrola | Inditex | Intesa Sanpaolo | J.P. Morgan
    | JD.com | Jet2 | John Lewis | Kaspersky | Kering | Kia | Klarna | Kraft Heinz | Krispy Kreme
    | L'Oréal | LG | Lego | Lidl | Lloyds Bank | Lyft | MTN | Macy's | Mars Wrigley | McDonald’s |
    Meituan | Mercedes | Mercedes-Benz | Metro Bank | Mondelez | Moody's | Moody’s | Morrisons |
    Naspers | NatWest | National Grid | Nationwide | Natura | Nintendo | Nippon Steel |
    Norsk Hydro | Northvolt | Novo Nordisk | Ocado | Odebrecht | OnlyFans | Orange | PDVSA |
    Palantir | Patagonia | Pemex | Penguin Random House | Pinduoduo | Pirelli | Prada | Primark |
    Prudential | Puma | Rakuten | RedBird | Reliance Industries | Revolut | Rheinmetall |
    Rio Tinto | Rivian | Roblox | Roku | Royal Mail | SAS | SK Hynix | SNCF | STMicroelectronics |
    Safaricom | Sainsbury’s | Sasol | Saudi Aramco | SenseTime | Shein | Shopify | Sinovac | Slack
    | SoftBank | Sotheby's | Southwest Airlines | Spirit AeroSystems | Stellantis | Stripe |
    Superdry | Swatch | Swiss Re | TAP | TSMC | Tata Motors | Temu | Thales | Thames Water |
    Ticketmaster | TotalEnergies | Transnet | Turkish Airlines | Ubisoft | UniCredit | Uniqlo |
    United Airlines | UnitedHealth | Vattenfall | Vestas | Viacom | Vinci | Vinted |
    Virgin Atlantic | Vivendi | Waitrose | Warner Bros. Discovery | Waymo | WeWork | Wipro |
    Wirecard | Wise | Wizz Air | YPF | Yamaha | ZTE | Zalando | Zelle | Zurich Insurance | xAI |
    Ørsted
    """
)
"""Firms whose names tell nothing about them."""

PARTIES_AND_GROUPS: Final = listed(
    """
    AKP | Aam Aadmi Party | AfD | African National Congress | Al Qaida | Al-Shabaab | Azov | Basij
    | Bharatiya Janata Party | Boko Haram | CHP | Chega | Christian Democratic Union | Ciudadanos
    | Congress Party | DUP | Democratic Party | Democratic Unionist Party | EFF | Ennahda | Fidesz
    | Five Star Movement | Forza Italia | Green Party | Hizballah | Hizbullah | Houthis | IDF |
    Inkatha | Islamic Jihad | Jemaah Islamiyah | Jobbik | KMT | Kuomintang | La France Insoumise |
    Lega | Liberal Democrats | Likud | M23 | Morena | National Rally | Northern League |
    Oath Keepers | PASOK | PTI | Palestinian Authority | Plaid Cymru | Podemos | Polisario |
    Proud Boys | Quds Force | RSF | Rapid Support Forces | Rassemblement National | Reform UK |
    Republican Party | Revolutionary Guard | Revolutionary Guards | SNP | Scottish National Party
    | Shin Bet | Sinaloa Cartel | Sinn Féin | Social Democrats | State Duma | Syriza | Tories |
    Vox | Wagner | Workers' Party | Workers’ Party | Yisrael Beiteinu | Zanu PF | al-Qaeda |
    al-Qaida | al-Shabaab
    """
)
"""Parties, militias, armed groups."""

SPORT_BODIES: Final = listed(
    """
    ATP | Al Ahly | Al Nassr | Al-Hilal | Al-Nassr | All Blacks | Alpine | Atlético |
    Atlético Madrid | BCCI | Barça | Bayern | Brentford | Brighton | Burnley | CAF | CONCACAF |
    Celtic | Conmebol | Crystal Palace | EFL | Eredivisie | FA | FC Barcelona | Ferrari | Fulham |
    Haas | ICC | IPL | Inter Miami | Ipswich Town | Kaizer Chiefs | LA Galaxy | LAFC | LIV Golf |
    La Liga | Leeds United | Leicester City | Ligue 1 | Lille OSC | Lyon | MLS | Mamelodi Sundowns
    | Marseille | McLaren | Mercedes | NCAA | Napoli | Newcastle United | Norwich City |
    Olympique Lyonnais | Olympique de Marseille | Orlando Pirates | PGA | PSG |
    Paris Saint-Germain | RB Leipzig | Red Bull | Serie A | Sevilla | Sunderland | Super League |
    Valencia CF | Villarreal | WADA | WTA | West Bromwich Albion | West Ham United |
    Wolverhampton Wanderers | World Athletics | World Rugby
    """
) - frozenset(("Lyon", "Marseille", "Brighton", "Brentford", "Burnley", "Sunderland"))
"""Clubs, leagues and federations; towns that are also clubs are decided by what they do."""

OFFICIAL_BODIES: Final = listed(
    """
    Bank of England | Bank of Japan | Border Patrol | Cabinet Office | Capitol Police | Cobra |
    Commerce Department | Congressional Budget Office | Constitutional Court |
    Consumer Product Safety Commission | Court of Appeal | Crown Prosecution Service |
    Customs and Border Protection | Department of Defense | Department of Education |
    Department of Homeland Security | Department of Justice | Department of State | Downing Street
    | Education Department | Elysee | Elysée | Energy Department | Environment Agency |
    Federal Bureau of Investigation | Federal Reserve | Federal Trade Commission |
    Financial Conduct Authority | Foreign Office | GCHQ | HM Revenue and Customs | HMRC |
    Health Department | High Court | Home Office | House of Commons | House of Lords |
    House of Representatives | Immigration and Customs Enforcement | Interior Department | Kremlin
    | LAPD | Labor Department | Lok Sabha | Majlis | Met Office | Met Police | Metropolitan Police
    | Ministry of Defence | NHS England | NYPD | National Health Service |
    National Security Agency | National Security Council | National Trust |
    National Weather Service | Ofgem | Ofsted | Old Bailey | Politburo | Public Health England |
    Rajya Sabha | Royal Air Force | Royal Navy | Scotland Yard |
    Securities and Exchange Commission | Sejm | State Council | Supreme Court |
    Treasury Department | US Treasury | Verkhovna Rada
    """
) - frozenset(("Downing Street",))
"""Ministries, courts, police and parliaments that have names of their own."""
