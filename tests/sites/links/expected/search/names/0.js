dossierSearch("names/0", [
["Baran Arı",0,"people/baran-ari/index.html",""],
["Arı",0,"people/baran-ari/index.html","Baran Arı"],
["Deniz Aksoy",0,"people/deniz-aksoy/index.html",""],
["D. Aksoy",0,"people/deniz-aksoy/index.html","Deniz Aksoy"],
["Gül Arı",0,"people/gul/index.html",""],
["Gül",0,"people/gul/index.html","Gül Arı"],
["Arı",0,"people/gul/index.html","Gül Arı"],
["1st hearing",1,"hearings/harbour-1/index.html","Harbour case · 2 March 2021"],
["Harbour case",2,"cases/harbour/index.html",""],
["Gül",4,"places/gul/index.html",""]
])
