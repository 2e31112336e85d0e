/** Given and family names as they go together in Kenya, by community. */
export type NamePool = {
  women: readonly string[];
  men: readonly string[];
  family: readonly string[];
  baptismal: boolean;
};

/** Taken before the given name in communities that commonly do. */
export const baptismal = {
  women: [
    "Grace",
    "Mercy",
    "Faith",
    "Esther",
    "Joyce",
    "Ann",
    "Lucy",
    "Purity",
    "Caroline",
    "Beatrice",
    "Irene",
    "Sharon",
    "Lilian",
    "Winnie",
    "Diana",
    "Mary",
    "Jane",
    "Eunice",
    "Naomi",
    "Ruth",
  ],
  men: [
    "Brian",
    "Kevin",
    "Dennis",
    "Peter",
    "Samuel",
    "Joseph",
    "Victor",
    "Collins",
    "Eric",
    "Daniel",
    "Stephen",
    "James",
    "Felix",
    "Martin",
  ],
} as const;

export const namePools: readonly NamePool[] = [
  {
    women: ["Wanjiku", "Wambui", "Njeri", "Nyambura", "Wairimu", "Wangari", "Muthoni", "Wanjiru", "Waithera"],
    men: ["Kamau", "Mwangi", "Njoroge", "Kariuki", "Maina"],
    family: ["Kamau", "Mwangi", "Njoroge", "Kariuki", "Maina", "Ndung'u", "Gitau", "Kimani", "Waweru", "Muchiri"],
    baptismal: true,
  },
  {
    women: ["Achieng", "Atieno", "Akinyi", "Adhiambo", "Awuor", "Anyango", "Apiyo"],
    men: ["Ochieng", "Otieno", "Odhiambo", "Omondi", "Okoth"],
    family: ["Otieno", "Odhiambo", "Ouma", "Onyango", "Okoth", "Owino", "Ogola", "Oduor", "Were"],
    baptismal: true,
  },
  {
    women: ["Nekesa", "Naliaka", "Nafula", "Nanjala", "Nasimiyu", "Mukami"],
    men: ["Wafula", "Barasa", "Simiyu", "Wekesa"],
    family: ["Wafula", "Barasa", "Simiyu", "Wekesa", "Shikuku", "Masinde", "Mukhwana", "Lusweti"],
    baptismal: true,
  },
  {
    women: ["Chebet", "Jepkosgei", "Cherono", "Chelangat", "Jerotich", "Chepkemoi", "Jepchirchir"],
    men: ["Kipchumba", "Kiprono", "Kibet", "Cheruiyot"],
    family: ["Korir", "Koech", "Rotich", "Kiplagat", "Langat", "Sang", "Cheruiyot", "Bett"],
    baptismal: true,
  },
  {
    women: ["Mwende", "Ndinda", "Kanini", "Mumbua", "Syokau", "Wayua", "Nthenya"],
    men: ["Mutua", "Musyoka", "Kioko", "Muli"],
    family: ["Mutua", "Musyoka", "Kioko", "Mwanzia", "Ndolo", "Nzioka", "Kilonzo", "Mutinda"],
    baptismal: true,
  },
  {
    women: ["Kerubo", "Moraa", "Kemunto", "Nyaboke", "Bosibori", "Gesare"],
    men: ["Nyamweya", "Onsongo", "Mogaka", "Bosire"],
    family: ["Nyamweya", "Onsongo", "Mogaka", "Ombati", "Bosire", "Makori", "Nyakundi"],
    baptismal: true,
  },
  {
    women: ["Kinya", "Makena", "Kawira", "Gakii", "Kendi", "Karimi"],
    men: ["Mutuma", "Murithi", "Kimathi"],
    family: ["Murithi", "Kimathi", "Mutuma", "M'Imanyara", "Kirimi", "Gitonga", "Mwiti"],
    baptismal: true,
  },
  {
    women: ["Naserian", "Nashipae", "Resian", "Silantoi"],
    men: ["Lemayian", "Saitoti", "Parsaloi"],
    family: ["ole Nkuruna", "Saitoti", "Sankale", "Kantai", "Lekishon"],
    baptismal: true,
  },
  {
    women: ["Fatuma", "Halima", "Hodan", "Amina", "Khadija", "Ifrah", "Sahra"],
    men: ["Abdi", "Hassan", "Yussuf"],
    family: ["Hassan", "Abdullahi", "Mohamed", "Ali", "Noor", "Farah", "Warsame", "Ibrahim"],
    baptismal: false,
  },
  {
    women: ["Mwanaisha", "Zainab", "Rehema", "Saumu", "Asha", "Mwanahamisi"],
    men: ["Salim", "Juma", "Rashid", "Bakari"],
    family: ["Juma", "Bakari", "Mwinyi", "Said", "Omar", "Charo", "Kazungu", "Mohammed"],
    baptismal: false,
  },
  {
    women: ["Priya", "Nisha", "Meera", "Anjali", "Kavita"],
    men: ["Rahul", "Amit"],
    family: ["Patel", "Shah", "Desai", "Mehta", "Sagoo"],
    baptismal: false,
  },
];

/** How often a customer is of each pool, roughly as in Nairobi. */
export const poolWeights = [26, 17, 13, 9, 12, 7, 6, 2, 4, 3, 3];
