dossierSearch("cards/0", [
[0,"Ada Kestrel","ku/people/ada/index.html","","","Karmendeke şaredariyê.","",["A. Kestrel"]],
[0,"Cem Çınar","people/cem/index.html","","","","en",[]],
[0,"a guard of the depot","people/p-1/index.html","","","","en",[]],
[1,"First hearing","hearings/first/index.html","3 September 2020","2020-09-03","The court heard one witness.","en",[]],
[2,"The flood case","cases/flood/index.html","","","","en",[]],
[7,"Valley Daily","sources/daily/index.html","4 September 2020","2020-09-04","","en",[]],
[8,"About","about/index.html","","","Who we are.","en",[]],
[9,"First hearing","hearings/first/index.html#s1","3 September 2020","2020-09-03","Ada Kestrel (testimony, alleged, as reported by Valley Daily): Says that he opened the gate.","en",[1,"alleged"]],
[9,"First hearing","hearings/first/index.html#s2","3 September 2020","2020-09-03","a guard of the depot (testimony, reported by Valley Daily): Says that the gate was shut.","en",[2,"reported"]]
])
