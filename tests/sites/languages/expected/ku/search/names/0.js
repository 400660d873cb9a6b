dossierSearch("names/0", [
["Ada Kestrel",0,"ku/people/ada/index.html",""],
["A. Kestrel",0,"ku/people/ada/index.html","Ada Kestrel"],
["Cem Çınar",0,"people/cem/index.html",""],
["a guard of the depot",0,"people/p-1/index.html",""],
["First hearing",1,"hearings/first/index.html","The flood case · 3 September 2020"],
["The flood case",2,"cases/flood/index.html",""]
])
