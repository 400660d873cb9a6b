dossierSearch("names/0", [
["Deniz Aksoy",0,"people/deniz-aksoy/index.html",""]
])
