dossierSearch("names/0", [
["Ada Kestrel",0,"tr/people/ada/index.html",""],
["Ada Kerkenez",0,"tr/people/ada/index.html","Ada Kestrel"],
["Cem Çınar",0,"people/cem/index.html",""],
["deponun bir bekçisi",0,"tr/people/p-1/index.html",""],
["Birinci duruşma",1,"tr/hearings/first/index.html","The flood case · 3 Eylül 2020"],
["The flood case",2,"cases/flood/index.html",""]
])
