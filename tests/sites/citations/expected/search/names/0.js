dossierSearch("names/0", [
["Deniz Aksoy",0,"people/deniz-aksoy/index.html",""],
["The Daily Post",3,"organisations/daily-post/index.html",""],
["Second High Criminal Court",3,"organisations/second-court/index.html",""]
])
