dossierSearch("names/0", [
["Ece Yalın",0,"people/ece-yalin/index.html",""],
["a watchman",0,"people/w-1/index.html",""],
["First hearing",1,"hearings/first/index.html","3 September 2025"]
])
