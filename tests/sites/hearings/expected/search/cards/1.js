dossierSearch("cards/1", [
[1,"1st hearing","hearings/harbour-1/index.html","3 February 2020","2020-02-03","The indictment was read.","",[]],
[2,"Harbour case","cases/harbour/index.html","15 January 2020","2020-01-15","What became of the fire in the harbour.","",[]],
[2,"Warehouse case","cases/warehouse/index.html","","","","",[]],
[3,"Harbour court","organisations/court/index.html","","","","",[]],
[4,"The coast","places/coast/index.html","","","","",[]],
[4,"Harbour town","places/town/index.html","","","","",[]],
[7,"Minutes","sources/minutes/index.html","2021","2021","","",[]],
[7,"Indictment","sources/indictment/index.html","15 January 2020","2020-01-15","","",[]]
])
