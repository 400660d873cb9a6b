dossierSearch("cards/2", [
[5,"Event 21","events/event-21/index.html","a day in 2015","","Written 2015-XX-XX.","",[]],
[5,"Event 28","events/event-28/index.html","a month in 2015","","Written 2015-XX.","",[]],
[5,"Event 26","events/event-26/index.html","between 2014 and 2016","","Written [2014..2016].","",[]],
[5,"Event 13","events/event-13/index.html","2014 to 2015","","Written 2014/2015.","",[]],
[5,"Event 18","events/event-18/index.html","the 2010s","","Written 201X.","",[]],
[5,"Event 19","events/event-19/index.html","3 September, year not stated","09-03","Written XXXX-09-03.","",[]],
[5,"Event 20","events/event-20/index.html","on or before 3 September, year not stated","","Written ../XXXX-09-03.","",[]],
[5,"Event 24","events/event-24/index.html","between 2000 and 2099","","Written 20XX.","",[]],
[5,"Event 25","events/event-25/index.html","September, year not stated","","Written XXXX-09.","",[]],
[5,"An event without a date","events/never/index.html","","","","",[]],
[7,"A report","sources/report/index.html","3 September, year not stated","09-03","","",[]]
])
