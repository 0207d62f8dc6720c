"""Whole cells that a careful reader of news found wrong once: the sentence, the figure, and what its columns hold.

The day of publication is Tuesday, 11 February 2025, unless a row names another. None is no claim at all.
"""

import pytest

import checker

DAY = "2025-02-11"

# fmt: off
CASES = [
    # metres and millions
    ("The population of Leeds grew to 1.1m in 2021.", "1.1m", {"kind": "count", "low": 1.1e6, "unit": None, "measure": "population"}),
    ("Viewing figures fell to 3.2m from 4.5m.", "4.5m", {"kind": "count", "low": 4.5e6, "role": "from_value"}),
    ("The show drew 3.2m viewers, down from 4.5m a year earlier.", "4.5m", {"low": 4.5e6, "measure": "viewers"}),
    ("Membership has fallen by 1.2m since 2010.", "1.2m", {"low": 1.2e6}),
    ("Homes at 1.5m above sea level were flooded.", "1.5m", {"unit": "metre", "low": 1.5}),
    ("Visitors were kept at 20m from the stage.", "20m", {"unit": "metre"}),
    ("Residents live at 5m above it, and a wall of 3.2m was built.", "3.2m", {"unit": "metre"}),
    ("The numbers rose from 1.1m to 1.3m, with 4m under water.", "4m", {"unit": "metre"}),
    # days
    ("Prices have risen 8% since March.", "March", {"value": "2024-03"}),
    ("Temperatures have climbed since April.", "April", {"value": "2024-04"}),
    ("Kidd was convicted last week and is sentenced on June 4.", "June 4", {"value": "2025-06-04"}),
    ("Bell faces life when he is sentenced in October.", "October", {"value": "2025-10"}),
    ("The road is closed through Sunday.", "Sunday", {"value": "2025-02-16"}),
    ("Road closures continue through Sunday.", "Sunday", {"value": "2025-02-16"}),
    ("Sales rose 3% through Sunday.", "Sunday", {"value": "2025-02-09"}),
    ("He was jailed for between five and seven years.", "five and seven years", {"hedge": "range"}),
    # tolls
    ("The blast killed 38 people and wounded 112.", "112", {"measure": "people injured"}),
    ("The death toll rose to 112 on Friday.", "112", {"measure": "people killed"}),
    ("He dialled 112.", "112", None),
    ("She called 999 at once.", "999", None),
    ("The death toll from the Los Angeles fires climbed to 16 on Saturday.", "16", {"measure": "people killed"}),
    ("The death toll from the fires rose to 16 on Saturday, up from 11 a day earlier.", "11", {"measure": "people killed"}),
    ("The death toll from the quake that struck Peru on Wednesday stood at 78.", "78", {"measure": "people killed"}),
    ("The death toll could be as high as 60.", "60", {"measure": "people killed", "hedge": "at_most"}),
    ("The number of people killed in the collapse of the bridge rose to five.", "five", {"measure": "people killed"}),
    ("The number of injured in the crash climbed to 71.", "71", {"measure": "people injured"}),
    ("Of the 176 drones fired at Kyiv, 111 were shot down.", "111", {"measure": "drones"}),
    ("She suffered burns to two-thirds of her body.", "two-thirds", {"measure": None}),
    # who speaks
    ("Health care added 39,000 jobs.", "39,000", {"speaker": None}),
    ("The council added more than 400 homes in 2024.", "400", {"speaker": None}),
    ("He added 40 people were missing.", "40", {"speaker": "he"}),
    ("Police added that more than 30 were hurt.", "30", {"speaker": "Police"}),
    ("Some 12 people died, the World Health Organization (WHO) said.", "12", {"speaker": "World Health Organization"}),
    ("Marks & Spencer said sales rose 6.4% in the quarter.", "6.4%", {"speaker": "Marks & Spencer"}),
    ("Losses may top $20 billion, JPMorgan analysts said, doubling Thursday's estimate of $10 billion.", "$10 billion", {"speaker": None}),
    # names
    ("Shares of Johnson & Johnson fell 3%.", "3%", {"entities": ["Johnson & Johnson"]}),
    ("The Liberal Democrats won 72 seats.", "72", {"entities": ["Liberal Democrats"]}),
    ("Tesco, Britain's biggest supermarket, sold 4m turkeys.", "4m", {"entities": ["Tesco", "United Kingdom"]}),
    ("Ann Hale, 63, the chief of the Hope Fund, was sentenced to 15 years.", "15 years", {"entities": ["Ann Hale", "Hope Fund"]}),
    # changes
    ("Shares fell 8p, or 2.1%, to 373p.", "2.1%", {"role": "change_by", "direction": "down"}),
    ("Shares fell 8p, or 2.1%, to 373p.", "373p", {"role": "change_to", "measure": "share price"}),
    ("The price rose by $3, or 5%, to $63 on Monday.", "$63", {"role": "change_to", "measure": "price"}),
    ("Cases and deaths rose 160% and 19% respectively.", "19%", {"role": "change_by", "direction": "up"}),
    ("Hourly earnings rose 0.2% from the month before and 3.7% from a year earlier.", "3.7%", {"role": "change_by", "measure": "salary"}),
    ("Profit rose to $3 million, or $1.20 a share, from $2 million.", "$2 million", {"role": "from_value"}),
    ("The Brewers lost 4-3 to the Cubs.", "4-3", {"role": "level"}),
    ("Two larger quakes killed 12.", "Two", {"role": "level"}),
    ("A storm surge of 8 to 12 feet was seen.", "8 to 12 feet", {"role": "level"}),
    # hedges and fractions
    ("The blaze spread over 22,660 acres.", "22,660 acres", {"hedge": "exact"}),
    ("They demand 6.5% plus a one-off payment.", "6.5%", {"hedge": "exact"}),
    ("The bank raised its rate by a quarter of a point to 4%.", "a quarter of a point", {"unit": "point"}),
    # ages
    ("The youngest victim, Sophie Dunn, was 13.", "13", {"kind": "age", "entities": ["Sophie Dunn"]}),
    ("Sophie Dunn was 15. She was killed in the crash.", "15", {"kind": "age"}),
    ("Sophie Dunn, from Leeds, was 15 when she died.", "15", {"kind": "age", "entities": ["Sophie Dunn"]}),
    ("Children under 15 account for 70 per cent of cases.", "15", {"kind": "age", "hedge": "less_than"}),
    ("Children under 15 pupils were hurt.", "15", {"kind": "count"}),
    ("The final score was 13.", "13", {"kind": "count"}),
    ("Wigan Athletic was 12 behind.", "12", {"kind": "count"}),
    # what a time dates
    ("The machine had its last major inspection on January 27.", "January 27", {"measure": "major inspection"}),
    ("It passed its last inspection on January 17.", "January 17", {"measure": "inspection"}),
    ("The last radio contact with the crew was at 19:12.", "19:12", {"measure": "radio contact"}),
    ("A lower offer was turned down on January 9.", "January 9", {"measure": "rejection"}),
    ("The substation went into service in 1978.", "1978", {"measure": "opening"}),
    # periods
    ("Acme said third-quarter profit rose to $3 million.", "$3 million", {"period": "third-quarter"}),
    ("Acme said on Friday full-year profit rose to $3 million.", "$3 million", {"period": "full-year"}),
    ("Acme said on Friday profit rose to $3 million.", "$3 million", {"period": None}),
    ("Revenue was €3.2bn (2023: €2.9bn).", "€3.2bn", {"period": None}),
    ("Revenue was €3.2bn (2023: €2.9bn).", "€2.9bn", {"period": "2023"}),
    ("There were 19 new cases since last Friday, when the total stood at 128.", "128", {"period": "last Friday"}),
    ("Bids put 11,800 jobs at risk.", "11,800", {"measure": "jobs at risk"}),
    ("They met on February 3. The night before, 40 people had come.", "The night before", {"value": "2025-02-02TNI"}),
    ("Either side can walk away if the sale has not closed by August 31.", "August 31", {"value": "2025-08-31"}),
    ("He will be back, he said, for the start of the season in August.", "August", {"value": "2025-08"}),
    ("Sales fell, she said, in August.", "August", {"value": "2024-08"}),
    ("On Monday it snowed. They had been there since Friday. The helicopter took off at 17:31.", "17:31", {"value": "2025-02-10T17:31"}),
    ("On Monday it snowed. They had come on Friday. The helicopter took off at 17:31.", "17:31", {"value": "2025-02-07T17:31"}),
    ("The release date of March 4 was kept.", "March 4", {"measure": "release date"}),
    ("Tubs carry use-by dates from October 9 to October 23.", "October 23", {"measure": "use-by date"}),
    ("Of the 64 people ill across four regions, seven have been admitted.", "seven", {"measure": "people admitted"}),
    ("Ann Lee, chief executive since 2014, began as a clerk.", "2014", {"measure": "chief executive"}),
    ("She succeeds Ann Lee, 63, who has led Orrin since 2011.", "2011", {"entities": ["Ann Lee", "Orrin"]}),
    ("He must report to prison on March 5, the judge said.", "March 5", {"measure": "surrender"}),
    # the clause goes on behind an aside
    ("Ann Lee, who joined Orrin in 2019, becomes chief executive on April 5.", "April 5", {"value": "2025-04-05", "entities": ["Ann Lee"], "measure": None}),
    ("Tom Pell, who has run Orrin since 2014, hands over to Ann Lee on April 5.", "April 5", {"value": "2025-04-05"}),
    ("Ann Lee, who joined Orrin in 2019, quit on January 5.", "January 5", {"value": "2025-01-05"}),
    ("Orrin, which was set up in 1987 and has a fleet of nine ferries, had revenue of $3 million last year.", "nine", {"period": None}),
    ("Orrin was set up in 1987 and employs 400 people.", "400", {"period": None}),
    ("Orrin was set up in 1987 and sold 400 cars.", "400", {"period": "in 1987"}),
    ("Shares in Acme, which have lost a fifth of their value since May, fell 4 percent to 512 pence.", "4 percent", {"measure": "share price", "period": None}),
    ("A man, who broke in, stole $300 and fled, was caught.", "$300", {"measure": "stolen"}),
    # the two halves of a year, and of a match
    ("Rovers scored two goals in the first half of the match.", "the first half", None),
    ("The first half of the profit went to charity.", "The first half", None),
    ("The film's sales begin in the second half of the game.", "the second half", None),
    ("Sales rose 3 percent in the first half of the year.", "the first half of the year", {"value": "2025-H1"}),
    ("Sales rose 3 percent in the second half.", "the second half", {"value": "2024-H2", "role": "period"}),
    ("Sales rose 3 percent in the second half.", "3 percent", {"measure": "revenue"}),
    ("In the six months to June 30, sales fell.", "June 30", {"role": "end", "measure": None}),
    ("They drove to Lund on June 30.", "June 30", {"role": "date_of_event"}),
    # more and fewer than
    ("There were 300 more new visitors than last year.", "300", {"role": "change_by", "direction": "up", "measure": "new visitors"}),
    ("They sold 300 fewer barrels than last year.", "300", {"role": "change_by", "direction": "down", "measure": "barrels sold"}),
    ("Another 300 more visitors came.", "300", {"role": "additional"}),
    ("The plant closes with the loss of 210 jobs.", "210", {"measure": "jobs cut"}),
    ("Debt is 2.3 times core earnings.", "2.3", {"measure": "profit multiple"}),
    ("The offer is 12 times earnings.", "12", {"measure": "earnings multiple"}),
    ("Analysts cut their price target to $6.", "$6", {"measure": "price target"}),
    ("It raised its interim dividend to 8.4 pence a share from 8.1 pence.", "8.1 pence", {"role": "from_value", "measure": "dividend"}),
    ("The dividend was raised to 8.4 pence.", "8.4 pence", {"measure": "dividend"}),
    ("Acme paid 8.4 pence a share.", "8.4 pence a share", {"measure": "paid"}),
    ("Acme paid $58 a share for the dairy.", "$58 a share", {"measure": "bid per share"}),
    ("It values Orrin at 9 times last year's EBITDA of $41 million.", "$41 million", {"entities": ["Orrin"]}),
    ("Sales have gone up by 3 percent.", "3 percent", {"measure": "revenue", "role": "change_by", "direction": "up"}),
    ("The bank brought its rate down by half a point.", "half a point", {"role": "change_by", "direction": "down"}),
    ("The group will raise its combined ratio for the year by 2 points.", "2", {"measure": "combined ratio", "role": "change_by"}),
    ("The institute cut its growth forecast by 0.3 points.", "0.3 points", {"measure": "growth forecast", "direction": "down"}),
    ("Ninety firefighters were sent; nine were treated.", "nine", {"measure": "people treated"}),
    ("Ninety firefighters were sent; nine were treated.", "Ninety", {"measure": "firefighters"}),
    ("It was bought by Lumen Valves of Ohio, which has 900 workers.", "900", {"entities": ["Lumen Valves", "Ohio"]}),
    ("Some 610 people work for Larkrise.", "610", {"measure": "people employed", "entities": ["Larkrise"]}),
    ("Three people who work for the agency were hurt.", "Three", {"measure": "people worked"}),
    ("A plan was shelved by the council in 2019 on grounds of cost.", "2019", {"measure": "shelve"}),
    ("The jet stopped 85 metres beyond the end of the runway.", "85 metres", {"measure": "distance"}),
    ("The works went $5 million beyond the budget.", "$5 million", {"measure": None}),
    ("Miners were trapped 300 metres underground.", "300 metres", {"measure": "depth"}),
    # a model is not whom it is told of
    ("The crash of a Boeing 737 killed 120 people.", "120", {"entities": []}),
    ("Flight 418, a Halden 80, was carrying 48 people.", "48", {"entities": []}),
    ("She won a Lund 2024 medal worth $3 million.", "$3 million", {"entities": ["Lund"]}),
    ("The S&P 500 lost 30 points.", "30 points", {"entities": ["S&P"]}),
    # how far a body falls
    ("A coach broke through a barrier and fell about 60 metres into a gorge.", "60 metres", {"measure": "fall", "role": "level"}),
    ("The river fell 2 metres.", "2 metres", {"measure": "river", "role": "change_by"}),
    ("The coach left the Kreuzalm pass road on Monday.", "Monday", {"measure": "crash"}),
    # who says it, and of whom
    ("Alpenstern, a tour firm, said the vehicle was built in 2016.", "2016", {"speaker": "Alpenstern"}),
    ("Acme, a carmaker, said the plant in Lund employs 400 people.", "400", {"speaker": "Acme"}),
    ("The plant employs 400 people, said the minister in Lund.", "400", {"speaker": "minister"}),
    ("Analysts at Tveito Markets see little risk in parliament, which votes on May 29.", "May 29", {"entities": []}),
    # seats
    ("Pellworth, based in Thornby Marsh, employs 11,800 people.", "11,800", {"place": None}),
    ("The grocer Pellworth, with 11,800 staff, filed for administration.", "11,800", {"entities": ["Pellworth"]}),
    ("The Texas chip maker employs 11,800 people.", "11,800", {"entities": []}),
    ("The German airline earned $3 million.", "$3 million", {"entities": []}),
    ("The Texas governor asked for $3 million.", "$3 million", {"entities": ["Texas"]}),
    ("The Nordlys bank earned $3 million.", "$3 million", {"entities": ["Nordlys"]}),
    # in the present as in the past
    ("The repair bill is $14 million.", "$14 million", {"measure": "repair bill"}),
    ("The repair bill stands at $14 million.", "$14 million", {"measure": "repair bill"}),
    ("A ticket costs $40.", "$40", {"measure": "cost of ticket"}),
    ("The first officer has 1,900.", "1,900", {"kind": "count"}),
    ("The first officer is 29.", "29", {"kind": "age", "entities": []}),
    ("The limit is 29.", "29", {"kind": "count"}),
    ("Four of the dead are from Hallbeck, two from Sorrel Bridge.", "two", {"measure": None}),
    ("The fee is due to rise to $40.", "$40", {"measure": "fee"}),
    ("The fee is likely to be $40.", "$40", {"measure": "fee"}),
    ("Rainfall totalled 200 mm.", "200 mm", {"measure": "rainfall"}),
    ("Flights were cancelled on Friday.", "Friday", {"measure": "cancellation"}),
    # put at a value, or numbered
    ("Officials put the cost of the repairs at $14 million.", "$14 million", {"measure": "cost of repairs"}),
    ("Organisers estimated the crowd at 40,000.", "40,000", {"measure": "crowd"}),
    ("The council capped rents at $900.", "$900", {"measure": "rents"}),
    ("The number of homes sold in Lyon fell to 300.", "300", {"measure": "homes sold"}),
    ("The number of people killed on the roads fell to 300.", "300", {"measure": "people killed"}),
    ("The number of visitors rose after the museum cut prices to 300.", "300", {"measure": "prices"}),
    ("The number of people known to have died when a dam burst rose to 17.", "17", {"measure": "people killed"}),
    ("The number of dead has gone up to 17.", "17", {"measure": "people killed", "hedge": "exact"}),
    ("The number of confirmed dead stands at 17.", "17", {"kind": "count", "measure": "people killed"}),
    ("The actor was found dead at 57.", "57", {"kind": "age"}),
    ("Fines of up to $17 are possible.", "$17", {"hedge": "at_most"}),
    ("Repairs are put at $46 million.", "$46 million", {"measure": "repairs"}),
    ("A weekend pass went for $245.", "$245", {"measure": "weekend pass"}),
    ("Some 27 people were admitted to hospital.", "27", {"measure": "people hospitalized"}),
    # a time or a figure between what is told of and its verb
    ("Wages between April and June were 8.3% higher.", "8.3%", {"measure": "salary"}),
    ("Output in the second quarter was 4 million tonnes.", "4 million tonnes", {"measure": "output"}),
    ("The fee of $40 rises by $5 in May.", "$5", {"measure": "fee", "role": "change_by"}),
    ("The vigil on Orla Square begins at 6 p.m. on Friday.", "6 p.m. on Friday", {"measure": "vigil"}),
    ("The exhibition opens on May 6.", "May 6", {"measure": "exhibition"}),
    # rates and supports
    ("The birth rate fell to 1.4.", "1.4", {"measure": "birth rate"}),
    ("Prices reached a record level of 1.4.", "1.4", {"measure": "prices"}),
    ("Mortgage rates rose to 7 percent.", "7 percent", {"measure": "mortgage rates"}),
    ("The bank kept rates at 4.5 percent.", "4.5 percent", {"measure": "interest rate"}),
    ("The rate paid to banks drops to 4.25%.", "4.25%", {"measure": None}),
    ("Support for the party fell to 32 percent.", "32 percent", {"measure": "support"}),
    ("The storm caused damage estimated at $5 billion.", "$5 billion", {"measure": "damage"}),
    ("The bank wrote off $5 billion.", "$5 billion", {"speaker": None}),
    ("The film has grossed $140 million worldwide.", "$140 million", {"measure": None}),
    ("The quake measured 6.5 on the Richter scale.", "6.5", {"measure": "magnitude"}),
    ("Police seized 200 kilograms of cocaine worth $12 million.", "200 kilograms", {"measure": "cocaine seized"}),
    # headlines, makes, honours, names that are verbs
    ("3-Year-Old Boy Shot in Lyon", "3-Year-Old", {"kind": "age", "entities": []}),
    ("The suspect fled in a Dodge pickup with three others.", "three", {"entities": []}),
    ("Tesla sold 400 cars in China.", "400", {"entities": ["China"]}),
    ("He was named player of the year.", "the year", None),
    ("Police said that Will Campbell left 15 people injured.", "15", {"modality": "asserted"}),
    ("Acme Will Cut 400 Jobs in Lyon", "400", {"modality": "planned"}),
    ("Police said that it will leave 15 people homeless.", "15", {"modality": "planned"}),
    ("Authorities reported 12 deaths.", "12", {"speaker": "Authorities"}),
    ("The company reported 12 deaths.", "12", {"speaker": None}),
    ("Campbell is still under 18.", "18", {"kind": "age"}),
    # a verb that is told once
    ("Japan pledged $6 million, Britain $3 million and Norway $2 million.", "$6 million", {"entities": ["Japan"]}),
    ("Japan pledged $6 million, Britain $3 million and Norway $2 million.", "$2 million", {"entities": ["Norway"]}),
    ("Japan has pledged $9 million, and Britain the equivalent of $4 million.", "$4 million", {"entities": ["United Kingdom"]}),
    # homes left
    ("The floods killed 64 people and forced 412,000 from their homes.", "412,000", {"measure": "people displaced"}),
    ("At least 46 people have died, and more than 400,000 have had to leave.", "400,000", {"measure": "people left"}),
    # days to come that are told in the present, and what comes
    ("The funeral is on Friday.", "Friday", {"value": "2025-02-14", "measure": "funeral"}),
    ("Applications close on Friday.", "Friday", {"value": "2025-02-14"}),
    ("The shops were open on Friday.", "Friday", {"value": "2025-02-07"}),
    ("After the votes on Friday the talks ended.", "Friday", {"value": "2025-02-07"}),
    ("The report is due on Friday.", "Friday", {"value": "2025-02-14", "measure": "report"}),
    ("The final report, due in March, will name the guilty.", "March", {"measure": "final report"}),
    ("Production is set for 2029.", "2029", {"measure": "production"}),
    ("Some 150 students are due on Friday.", "Friday", {"measure": None}),
    ("The plan was approved on Friday.", "Friday", {"measure": "approval", "modality": "asserted"}),
    ("The plan will be approved on Friday.", "Friday", {"measure": "approval", "modality": "planned"}),
    ("The company filed for bankruptcy on Monday.", "Monday", {"measure": "bankruptcy"}),
    ("No faults were found at the last inspection, which took place on May 6.", "May 6", {"measure": "inspection"}),
    # who speaks, and who only reads
    ('"It took 36 years," said the head of operations, Florian Zwerger.', "36 years", {"speaker": "Florian Zwerger"}),
    ("Police said on Monday, Ann Lee was hurt with three others.", "three", {"speaker": "Police"}),
    ("A study seen by Channel Meridian puts the cost at $3 million.", "$3 million", {"entities": []}),
    # parts, supplies, ages between
    ("At least 12 people, including three children, were killed.", "three", {"measure": "children killed", "role": "part"}),
    ("Two men aged 24 and 31 were arrested.", "Two", {"measure": "men arrested"}),
    ("One in five children lives in poverty.", "One in five", {"measure": "children", "noun": "children"}),
    ("The storm claimed 12 lives.", "12", {"measure": "people killed"}),
    ("The storm left 3,000 homes without electricity.", "3,000", {"measure": "homes without power"}),
    ("Power was cut to 3,000 customers.", "3,000", {"measure": "customers without power", "role": "level"}),
    ("The rate was cut to 3 percent.", "3 percent", {"role": "change_to"}),
    ("The concert was attended by 4,000 people.", "4,000", {"measure": "people attended"}),
    # ages after "was" and "were", seats before a name, towns and damages
    ("Two of the suspects were 17 and the other was 18.", "18", {"kind": "age"}),
    ("The resident's son was 19.", "19", {"kind": "age"}),
    ("The victims were 12 and 14.", "12", {"kind": "age"}),
    ("The workers were 12 hours late.", "12 hours", {"kind": "duration"}),
    ("The figures were 12 and 14.", "12", {"kind": "count"}),
    ("Texas-based EDS employs 400 people.", "400", {"entities": ["EDS"]}),
    ("Palo Alto-based HP will pay $25 a share.", "$25 a share", {"entities": ["HP"]}),
    ("The town of 40,000 people was cut off.", "40,000", {"measure": "population"}),
    ("A team of 40 people was sent.", "40", {"measure": "people sent"}),
    ("He must pay $4 million in damages.", "$4 million", {"measure": "damages"}),
    ("Trade between the two countries was worth $4 billion.", "$4 billion", {"measure": "trade"}),
    # what each count is for, what opens a sentence, days in names
    ("He faces 14 counts of aggravated battery and one of fraud.", "14", {"measure": "counts of aggravated battery"}),
    ("Acquiring EDS would cost HP $13 billion.", "$13 billion", {"entities": ["EDS", "HP"]}),
    ("A total of 12 people died in the Halloween party shooting.", "12", {"entities": [], "place": None}),
    ("The rise brings the fee to $40.", "$40", {"measure": "fee"}),
    ("The mayor raised the reward for tips from $5,000 to $10,000.", "$10,000", {"role": "change_to"}),
    # what is planned
    ("Two brothers will be sentenced May 3 for stealing 1,400 bitcoins.", "1,400 bitcoins", {"modality": "asserted"}),
]
# fmt: on


@pytest.mark.parametrize(
    ("sentence", "text", "expected"), CASES, ids=[f"{case[1]} in {case[0][:40]}" for case in CASES]
)
def test_the_cells_are_those_of_a_careful_reader(sentence, text, expected):
    claims = checker.extract(checker.documents([sentence], published=DAY)).to_dict("records")
    found = [claim for claim in claims if claim["text"] == text]
    if expected is None:
        assert not found
        return
    (claim,) = found
    cells = {name: None if claim[name] is None or claim[name] != claim[name] else claim[name] for name in expected}
    assert cells == expected
