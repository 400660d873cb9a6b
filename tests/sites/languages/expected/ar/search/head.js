dossierSearch("head", {"format":1,"count":9,"cards":12,"kinds":["person","hearing","case","organisation","place","event","dossier","source","page","statement"],"words":[""],"names":[""]})
