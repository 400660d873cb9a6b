dossierSearch("names/0", [
["Ada Örnek",0,"people/ada-ornek/index.html",""],
["First hearing",1,"hearings/harbour-1/index.html","4 May 2025"]
])
