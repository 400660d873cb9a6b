dossierSearch("cards/0", [
[7,"A record that is cited only","sources/private/index.html","","","","",[]],
[7,"A record that may be read","sources/public/index.html","","","","",[]],
[8,"About us","about/index.html","","","The plan of the room: as text.","",[]]
])
