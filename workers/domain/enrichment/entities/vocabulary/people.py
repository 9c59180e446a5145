"""Words beside the names of people."""

from typing import Final

TITLES: Final = frozenset(
    """
    acting activist actor actress addressing adm. admiral alderman ambassador analyst anchor
    archbishop archduke assistant associate attorney aunt author ayatollah baron baroness baronet
    batsman bishop boss bowler brig brig. brigadier brother candidate canon capt capt. captain
    cardinal ceo cfo chair chairman chairwoman champion chancellor chief chief-of-staff
    chief-superintendent cllr cllr. co-founder coach col col. colonel columnist comedian
    commandant commander commissioner commodore comrade congressman congressmen congresswoman
    constable coo coroner corporal correspondent councillor councilman councilwoman counsel crown
    dame daughter deacon defence defender defending defense deputy det. detective director
    dissident doctor dr dr. duchess duke earl economist editor emir emperor empress ensign envoy
    ex-minister ex-president ex-prime father finance foreign former founder fr fr. gen gen.
    general goalkeeper gov gov. governor grand grandmother headmaster headmistress headteacher
    hon. host husband imam incoming inspector interior judge junior justice king lady lawmaker
    lawyer leader lieutenant lieutenant-colonel lord lt lt. magistrate maj. major manager marshal
    maulana mayor mep midfielder minister minister-president miss mother mp mps mr mr. mrs mrs. ms
    ms. mullah musician nominee nurse officer outgoing pastor petty pitcher pope premier
    premier-designate president president-elect prime prince princess private prof prof. professor
    prosecutor provost pte. quarterback queen rabbi rapper rep rep. reporter representative rev
    rev. reverend secretary sen sen. senator senior sergeant sgt sgt. shaikh sheik sheikh sheriff
    singer sir sister skipper solicitor son speaker spokesman spokesperson spokeswoman strategist
    striker sub-inspector sultan superintendent supt. trade treasurer uncle undersecretary veteran
    vicar vice vice-admiral vice-president viscount wife winner
    """.split()
)
"""What stands before a person’s name: titles, offices, trades, kin."""

OFFICE_WORDS: Final = frozenset(
    """
    associate chief crown defence defense father finance foreign general grand home interior
    justice king prince queen sister trade
    """.split()
)
"""Of the titles, those that also open the names of organisations: `Justice Department`."""

OFFICES: Final = frozenset(
    """
    Affairs Agriculture Commerce Defence Defense Education Energy Foreign Health Homeland Interior
    Justice Labor Labour Operations Security Staff State Transportation Treasury Veterans
    """.split()
)
"""What a secretary is secretary of."""

FAMILY_LINKS: Final = frozenset(
    """
    al ben bin bint da de den der di do dos du el ibn la le ten ter van von
    """.split()
)
"""Small words inside the names of people."""

LATER: Final = frozenset(
    """
    II III IV Jr Jr. Sr Sr.
    """.split()
)
"""What follows a family name."""

JOBS: Final = frozenset(
    """
    accountant archaeologist architect artist astronaut astronomer athlete banker barrister
    billionaire biologist blogger boxer boyfriend businessman businesswoman campaigner chairperson
    chef chemist clerk climber co-author colleague composer conductor counterpart cousin critic
    curator cyclist dad dancer defendant designer detainee diplomat driver drummer ecologist
    engineer entrepreneur epidemiologist ex-wife farmer filmmaker firefighter fisherman frontman
    gamer geologist girlfriend golfer granddaughter grandson guitarist gunman heiress historian
    hostage influencer insider inventor investigator investor jockey journalist keeper kingpin
    lecturer librarian linguist lobbyist man manservant mathematician mediator meteorologist model
    moderator mogul mum negotiator neighbor neighbour nephew niece novelist nun organiser
    organizer paediatrician painter paramedic patient pensioner philanthropist philosopher
    photographer physician physicist pianist pilot playwright poet policeman policewoman
    politician popstar predecessor presenter priest producer promoter psychiatrist psychologist
    publicist publisher referee refugee resident rockstar runner sailor scholar scientist sculptor
    senior-year shepherd shopkeeper sociologist soldier soprano sprinter statistician strategist
    student successor supermodel superstar surgeon survivor suspect swimmer teacher teammate
    teenager tenor theologian trainer tycoon umpire undertaker victim violinist virologist vlogger
    volunteer welder widow widower witness woman wrestler writer youtuber zoologist
    """.split()
)
"""What else people are called: before a name in small letters, or behind it after a comma."""

MEMBERS: Final = frozenset("fighters gunmen members militants rebels soldiers supporters".split())
"""Who is so called of an army, a party or a band."""

STAFF: Final = frozenset(
    """
    analyst analysts attorney ceo chairman chairwoman chief co-founder colleagues director
    directors economist economists editor employee employees engineer engineers executive
    executives fellow founder head internship job lawyer lecturer manager officer officials
    partner professor reporter researcher researchers scholar scientist scientists spokesman
    spokesperson spokeswoman strategist strategists student students trader traders worker workers
    """.split()
)
"""Who works at an organisation, is head of it or speaks for it."""

RULERS: Final = frozenset(
    "archbishop bishop duchess duke emir governor king mayor queen ruler sultan".split()
)
"""Who is so called of a place."""

FAMOUS: Final = frozenset(
    """
    Batman Beyonce Bezos Biden Bieber Bush Clinton Cruz Drake Elon Eminem Federer Gandhi Hillary
    Hitler Ivanka Kanye Kardashian Lebron Macron Madonna Melania Merkel Messi Modi Musk Nadal
    Netanyahu Obama Oprah Pelosi Pence Putin Rihanna Ronaldo Spiderman Stalin Starmer Sunak
    Superman Trump Truss Zelensky Zelenskyy Zuckerberg
    """.split()
)
"""People whom a text names without their given name, and chat in small letters."""
