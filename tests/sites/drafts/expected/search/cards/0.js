dossierSearch("cards/0", [
[0,"Deniz Aksoy","people/deniz-aksoy/index.html","","","With a label: a colleague. Without: a person not named here, a person not named here, a place not named here, a page not published here.","",[]],
[1,"1st hearing","hearings/harbour-1/index.html","2 March 2021","2021-03-02","","",[]],
[5,"The opening","events/opened/index.html","1 February 2021","2021-02-01","The embargo on this page is over.","",[]],
[7,"Observer's notes","sources/notes/index.html","","","","",[]],
[9,"1st hearing","hearings/harbour-1/index.html#s1","2 March 2021","2021-03-02","Deniz Aksoy (testimony, alleged, as reported by Observer's notes): Spoke of a colleague and of a place not named here.","",[1,"alleged"]]
])
