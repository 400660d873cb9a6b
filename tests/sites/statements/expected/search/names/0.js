dossierSearch("names/0", [
["Baran Toprak",0,"people/baran-toprak/index.html",""],
["Deniz Aksoy",0,"people/deniz-aksoy/index.html",""],
["Ece Yalın",0,"people/ece-yalin/index.html",""],
["2nd hearing",1,"hearings/harbour-2/index.html","4 May 2021"],
["The court",3,"organisations/court/index.html",""],
["the court",3,"organisations/court/index.html","The court"],
["The harbour workers' union",3,"organisations/union/index.html",""],
["the union",3,"organisations/union/index.html","The harbour workers' union"],
["The gate",4,"places/gate/index.html",""],
["the gate",4,"places/gate/index.html","The gate"],
["Fire in the harbour",5,"events/fire/index.html","14 February 2021"],
["the fire",5,"events/fire/index.html","Fire in the harbour"]
])
