dossierSearch("cards/0", [
[8,"About us","about/index.html","","","We write down what is said in court.","",[]]
])
