dossierSearch("cards/0", [
[1,"2nd hearing","hearings/harbour-2/index.html","17 September 2016","2016-09-17","","",[]],
[1,"1st hearing","hearings/harbour-1/index.html","3 September, year not stated (worked out by the authors as 3 September 2016: The 2nd hearing was two weeks later.)","","","",[]],
[5,"Event 14","events/event-14/index.html","until 2018","","Written ../2018.","",[]],
[5,"Event 29","events/event-29/index.html","from an unknown date until 2018","","Written /2018.","",[]],
[5,"Event 15","events/event-15/index.html","since 2018","","Written 2018/...","",[]],
[5,"Event 17","events/event-17/index.html","1 January 2016 or later","","Written [2016-01-01..].","",[]],
[5,"The election","events/resolved/index.html","1 November, year not stated (worked out by the authors as 1 November 2015: The report names the year in the sentence before.)","","","",[]],
[5,"Event 11","events/event-11/index.html","10 to 12 October 2015","","Written 2015-10-10/2015-10-12.","",[]],
[5,"Event 27","events/event-27/index.html","one of: 10 October 2015, 11 October 2015","","Written [2015-10-10, 2015-10-11].","",[]],
[5,"Event 04","events/event-04/index.html","about 10 October 2015","","Written 2015-10-10~.","",[]],
[5,"Event 01","events/event-01/index.html","10 October 2015","2015-10-10","Written 2015-10-10.","",[]],
[5,"Event 16","events/event-16/index.html","on or before 10 October 2015","","Written [..2015-10-10].","",[]]
])
