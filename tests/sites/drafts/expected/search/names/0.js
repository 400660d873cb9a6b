dossierSearch("names/0", [
["Deniz Aksoy",0,"people/deniz-aksoy/index.html",""],
["1st hearing",1,"hearings/harbour-1/index.html","2 March 2021"],
["The opening",5,"events/opened/index.html","1 February 2021"]
])
