dossierSearch("cards/0", [
[0,"Baran Toprak","people/baran-toprak/index.html","","","","",[]],
[0,"Deniz Aksoy","people/deniz-aksoy/index.html","","","","",[]],
[0,"Ece Yalın","people/ece-yalin/index.html","","","","",[]],
[1,"2nd hearing","hearings/harbour-2/index.html","4 May 2021","2021-05-04","","",[]],
[3,"The court","organisations/court/index.html","","","","",["the court"]],
[3,"The harbour workers' union","organisations/union/index.html","","","","",["the union"]],
[4,"The gate","places/gate/index.html","","","","",["the gate"]],
[5,"Fire in the harbour","events/fire/index.html","14 February 2021","2021-02-14","","",["the fire"]],
[7,"Judgment of June 1","sources/judgment/index.html","1 June 2021","2021-06-01","","",[]],
[7,"Paper one","sources/paper-one/index.html","5 May 2021","2021-05-05","","",[]],
[7,"Paper three","sources/paper-three/index.html","5 May 2021","2021-05-05","","",[]],
[7,"Paper two","sources/paper-two/index.html","5 May 2021","2021-05-05","","",[]]
])
