dossierSearch("names/0", [
["Deniz Aksoy",0,"people/deniz-aksoy/index.html",""],
["Nil",0,"people/p-2h6t/index.html",""],
["a guard at the gate",0,"people/p-4k8d/index.html",""],
["an officer",0,"people/p-5r1w/index.html",""],
["a witness under protection",0,"people/p-7m2x/index.html",""],
["1st hearing",1,"hearings/harbour-1/index.html","2 March 2021"]
])
