import { wordSet } from './word-lists.ts';

/** Countries, states and large cities: a capital word of these alone is no person. Parts of longer names stand with `_`. */
export const PLACES: ReadonlySet<string> = wordSet(
  'afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium',
  'bolivia bosnia botswana brazil britain bulgaria cambodia cameroon canada chile china colombia congo croatia cuba cyprus',
  'denmark ecuador egypt england estonia ethiopia europe finland france gaza germany ghana greece guatemala guyana haiti',
  'honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya korea',
  'kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg malaysia mali malta mexico moldova',
  'mongolia morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine',
  'panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia',
  'slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey turkmenistan',
  'uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe africa asia america americas antarctica',
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana',
  'iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska',
  'nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania rhode tennessee texas utah',
  'vermont virginia wisconsin wyoming ontario quebec alberta manitoba delhi mumbai kolkata chennai bengaluru bangalore',
  'hyderabad kerala gujarat punjab bihar karnataka maharashtra tamil nadu rajasthan kashmir assam goa jammu odisha jharkhand',
  'chhattisgarh uttarakhand haryana himachal uttar madhya arunachal pradesh telangana andhra manipur mizoram nagaland tripura',
  'meghalaya sikkim puducherry chandigarh lucknow patna bhopal jaipur pune ahmedabad kochi gurgaon gurugram noida',
  'yorkshire lancashire merseyside essex surrey devon cornwall sheffield nottingham ulster',
  'london paris berlin madrid rome vienna brussels moscow kyiv kiev minsk warsaw prague budapest athens istanbul ankara',
  'cairo jerusalem tehran baghdad damascus beirut riyadh dubai doha kabul islamabad karachi lahore dhaka beijing shanghai',
  'pyongyang seoul tokyo osaka taipei manila jakarta bangkok hanoi sydney melbourne canberra auckland wellington ottawa',
  'toronto montreal vancouver washington chicago boston philadelphia detroit cleveland houston dallas austin denver',
  'seattle portland atlanta miami orlando tampa vegas angeles francisco diego phoenix baltimore pittsburgh milwaukee',
  'brooklyn manhattan bronx queens hollywood birmingham manchester liverpool leeds glasgow edinburgh cardiff belfast dublin',
  'geneva zurich oslo stockholm copenhagen helsinki lisbon havana bogota lima caracas nairobi lagos johannesburg',
  'u.s. u.s u.k. u.k usa uk us eu uae d.c. d.c',
);

/** Adjectives of place, faith and party: they go before a name and are no part of it. */
export const DEMONYMS: ReadonlySet<string> = wordSet(
  'afghan african albanian algerian american arab argentine armenian asian australian austrian bangladeshi belarusian belgian',
  'bosnian brazilian british bulgarian cambodian canadian chilean chinese colombian congolese croatian cuban czech danish',
  'dutch egyptian english estonian ethiopian european filipino finnish french georgian german ghanaian greek haitian',
  'hungarian indian indonesian iranian iraqi irish israeli italian jamaican japanese jordanian kazakh kenyan korean kurdish',
  'kuwaiti latvian lebanese libyan lithuanian malaysian mexican mongolian moroccan nepali nigerian norwegian pakistani',
  'palestinian panamanian peruvian philippine polish portuguese qatari romanian russian rwandan saudi scottish senegalese',
  'serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tanzanian thai tunisian',
  'turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean soviet islamic muslim',
  'christian jewish catholic hindu sikh buddhist protestant evangelical republican democratic democrat conservative labour',
  'liberal tory socialist communist gop green federal western eastern northern southern south north east west central new',
  'hispanic latino black white native texan californian floridian',
);
