dossierSearch("cards/0", [
[0,"Deniz Aksoy","people/deniz-aksoy/index.html","","","A witness.","",[]],
[8,"About us","about/index.html","","","We work in her town.","",[]]
])
