dossierSearch("cards/1", [
[5,"Event 12","events/event-12/index.html","October to November 2015","","Written 2015-10/2015-11.","",[]],
[5,"Event 02","events/event-02/index.html","October 2015","2015-10","Written 2015-10.","",[]],
[5,"Event 22","events/event-22/index.html","a day in October 2015","","Written 2015-10-XX.","",[]],
[5,"Event 08","events/event-08/index.html","June 2015 (uncertain)","","Written 2015-06?.","",[]],
[5,"Event 05","events/event-05/index.html","about June 2015","","Written 2015-06~.","",[]],
[5,"Event 23","events/event-23/index.html","about June 2015","","Written ~2015-06.","",[]],
[5,"Event 10","events/event-10/index.html","spring 2015","","Written 2015-21.","",[]],
[5,"Event 30","events/event-30/index.html","from 2015 until an unknown date","","Written 2015/.","",[]],
[5,"Event 09","events/event-09/index.html","about 2015 (uncertain)","","Written 2015%.","",[]],
[5,"Event 07","events/event-07/index.html","2015 (uncertain)","","Written 2015?.","",[]],
[5,"Event 06","events/event-06/index.html","about 2015","","Written 2015~.","",[]],
[5,"Event 03","events/event-03/index.html","2015","2015","Written 2015.","",[]]
])
