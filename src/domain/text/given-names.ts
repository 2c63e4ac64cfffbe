import { wordSet } from './word-lists.ts';

/** Given names that tell a woman, of many languages; names that both bear are in neither list. */
const FEMALE: ReadonlySet<string> = wordSet(
  'abigail ada adela adriana adrienne agnes aisha aishwarya alexandra alexandria alice alicia alina alison allison alma alyssa amanda',
  'amber amelia amina amy ana anastasia andrea angela angelina anita ann anna anne annette annie antonia anushka aparna april ariana',
  'ashley astrid audrey aurora ava ayesha barbara beatrice becky bella bernadette bernice bertha beth bethany betsy betty beverly bianca',
  'birgit bonnie brenda bridget brigitte brittany camila camille candace cara carla carly carmen carol carolina caroline carolyn carrie',
  'cassandra catherine cathy cecilia celia charlene charlotte chelsea cheryl chloe christina christine cindy claire clara clarissa claudia',
  'colleen condoleezza connie constance cora cordelia corinne courtney crystal cynthia daisy dana daniela danielle daphne dawn deborah debbie',
  'debra deepika delia delphine denise diana diane dolores donna dora doris dorothy edith edna eileen elaine eleanor elena elisabeth eliza',
  'elizabeth ella ellen elsa emilia emily emma erica erika erin esperanza estelle esther ethel eugenia eva eve evelyn faith fatima faye fiona',
  'flora florence frances francesca frida gabriela gabrielle gail geeta gemma geneviève georgia georgina geraldine gertrude gina gisela giulia',
  'gladys glenda gloria grace greta gretchen gwen gwendolyn hailey haley hannah harriet heather heidi helen helena helga henrietta hilary',
  'hillary holly hope huma ida ilana ilse imelda indira ingrid irene iris irina irma isabel isabella isabelle ivana ivanka jackie jacqueline',
  'jamila jane janet janice janine jasmine jean jeanette jeanne jenna jennifer jenny jessica jill jillian jo joan joanna joanne jocelyn',
  'johanna josephine joy joyce juana juanita judith judy julia juliana julie juliet june kaitlyn kamala karen karin karina kate kateryna',
  'katharine katherine kathleen kathryn kathy katie katja katrina katy kavita kayla kellyanne kelsey kendra khadija kiran kirsten kirstin',
  'kristen kristi kristin kristina lakshmi lara latoya laura lauren laurie leah leila lena leonora leslie leticia lidia lila lily lina linda',
  'lisa liz liza lois lola lorena loretta lori lorraine louise lourdes lucia lucille lucinda lucy luisa lydia lynda lynn lynne mabel mackenzie',
  'madeleine madeline madison magdalena maggie malala malia mamata mandy manuela marcela marcia margaret margarita margot maria mariam',
  'marian mariana marianne marie marilyn marina marine marion marisa marissa marjorie marlene marsha marta martha mary maryam maureen maya',
  'mayawati megan meghan mei melania melanie melinda melissa mercedes meredith mia michaela michele michelle mildred mindy mira miranda',
  'miriam moira molly mona monica monique muriel myra myrtle nadia nadine nancy naomi natalia natalie natasha nazanin neha nellie nicola',
  'nicole nikki nina nirmala noor nora noreen norma odette olga olivia oksana olena ophelia oprah paige pamela patricia patsy patti paula pauline',
  'pearl peggy penelope penny petra phoebe phyllis pippa polly pooja pooja pramila priti priya priyanka rachel ramona rania raquel rashida rebecca',
  'regina renata renee rhonda rita roberta robin rochelle rosa rosalind rosalynn rose rosemary rosie roxana rukmini ruth sabrina sadie sally',
  'samantha sandra sara sarah sasha saoirse savannah selina serena shakira shania shanthi sharon sheila shelley sheryl shirley sigrid silvia',
  'simone sinead siobhan smriti sofia sonia sonya sophia sophie stacey stacy stella stephanie sue sunita susan susana susanna susanne suzanne',
  'suzy svetlana sylvia tabitha tamara tammy tania tanya tara tatiana teresa tessa thelma theresa tiffany tina tracy trisha trudy tsai uma',
  'ursula usha valentina valerie vanessa vera verónica veronica vicky victoria viola violet virginia vivian viviane wanda wendy whitney',
  'wilma winifred xiomara yasmin yolanda yulia yvette yvonne zainab zara zoe zuzana donatella hayley kirstie nigella priscilla olena leni',
);

const MALE: ReadonlySet<string> = wordSet(
  'aaron abdul abdullah abraham adam adel adrian ahmad ahmed ajay akbar akira al alan albert alberto alejandro aleksandr alessandro alex',
  'alexander alexei alexis alfred alfredo ali allan allen alvin amir amit amos anatoly anderson andre andreas andrei andres andrew andrij andy',
  'angelo angus anil anthony anton antonio antony anwar archie arjun armando arnold art arthur arturo arun arvind asad ashok asif aslam august',
  'austin barack barry bart bashar basil ben benedict benito benjamin bernard bernie bert bill billy bob bobby boris brad bradley brandon',
  'brendan brent bret brett brian bruce bruno bryan byron caleb calvin carl carlos cameron cecil cedric cesar charles charlie chester chris',
  'christian christoph christophe christopher chuck clarence clark claude claudio clay clayton cliff clifford clinton clive cody colin connor',
  'conor conrad corey cory craig curt curtis cyril cyrus dale damian damien dan daniel danny darren darryl dave david dean deepak denis dennis',
  'derek dermot desmond devendra devin dick diego dieter dimitri dinesh dirk dmitri dmitry dominic don donald donnie doug douglas duane dustin',
  'dwayne dwight dylan earl ed eddie edgar eduardo edmund edward edwin eli elias elijah elliot elliott elmer elon emilio emmanuel enrique eric',
  'erik ernest ernesto erwin ethan eugene evan evgeny faisal felipe felix ferdinand fernando fidel florian floyd francesco francis francisco',
  'francois françois frank frankie franklin franz fred freddie frederick friedrich fritz gabriel gareth garrett gary gavin gene geoff',
  'geoffrey george georges gerald gerard gerhard gerry giancarlo gianni gideon gilbert giorgio giovanni giuseppe glen glenn gordon graham',
  'grant greg gregg gregory guillermo gunter gus gustav gustavo guy hamid hamza hank hans harish harold harry harsh harvey hasan hassan hector',
  'heinz henri henrik henry herbert herman hiroshi homer horace howard hubert hugh hugo humphrey hussein ian ibrahim ignacio igor ilya imran',
  'irving isaac ismail ivan jack jackson jacob jacques jaime jair jake jamal james jamie jan jared jason javad javier jay jeb jed jeff jefferson',
  'jeffrey jeremy jermaine jerome jerry jesse jesus jim jimmy joachim joaquin joe joel johan johannes john johnny jon jonah jonathan jorge',
  'jose josé josef joseph josh joshua juan julian julio jürgen justin kamal karl keir keith ken kenneth kenny kevin khalid khizr kirk klaus konrad',
  'konstantin krishna kumar kurt kyle lance lars larry laurent lawrence lee len leo leon leonard leonardo leonid leopold leroy les lester',
  'levi lewis liam lincoln lindsey lionel lloyd lorenzo lou louis luca lucas luciano luigi luis luiz luke luther magnus mahmoud mahmud malcolm manfred',
  'manish manmohan manoj manuel marc marcel marcelo marco marcos marcus mario mark marshall martin martyn marvin mason mateo mathias matt matteo',
  'matthew matthias maurice mauricio max maximilian mehmet mel melvin michael michel miguel mikael mike mikhail milan miles milton mitch mitt',
  'mitchell mohamed mohammad mohammed mohan morgan morris moses muhammad mukesh murray mustafa naftali narendra nasser nate nathan nathaniel neil',
  'nelson newt nicholas nick nicolas nicolás nigel nikita nikola nikolai nitin noah noel norbert norman oleg oleksandr oliver omar orlando',
  'oscar osman otto owen pablo paolo pascal pat patrick paul pavel pedro percy pervez pete peter petro phil philip philippe phillip pierre',
  'pranab prakash pramod pradeep preston quentin rafael rahul rajesh rajiv rajnath rakesh ralph ram ramesh ramon ramón rand randall randolph randy',
  'rashid raul ravi ray raymond reggie reinhard rene rené rex ricardo richard rick ricky rob robert roberto rod roderick rodney rodrigo rodrigo',
  'roger rohit roland rolf roman ron ronald ronnie rory ross roy ruben rudolf rudolph rudy rupert russell ryan saad sachin sadiq salman salvador',
  'salvatore sam samir samuel sanjay sanjeev santiago saul scott sean sebastian seamus sergei sergey sergio seth seymour shah shahid shane shashi',
  'shaun shawn sheldon shinzo sidney siegfried silvio simon stan stanislav stanley stefan stephen sterling steve steven stewart stuart sundar',
  'sunil suresh sven syed tariq ted terence terrence terry thaddeus theo theodore thierry thomas tim timothy toby todd tom tomas tommy tony travis',
  'trent trevor tristan troy tyler udo uwe valery vernon victor vijay viktor vince vincent vincenzo vinod virgil vishal vitali vitaly vivek',
  'vlad vladimir volodymyr wade wallace walter warren wayne werner wesley wilbur wilfred wilhelm will willard william willie winston wolf wolfgang',
  'woodrow xavier xi yasser yogi yuri yusuf zachary zack zhang zoran reince jong-un dmytro erdoğan recep rishi leo barney gerald huw alun',
);

export type Gender = 'female' | 'male';

/** What a given name tells of who bears it; null where it tells nothing. */
export function genderOfGivenName(lower: string): Gender | null {
  if (FEMALE.has(lower)) return MALE.has(lower) ? null : 'female';
  return MALE.has(lower) ? 'male' : null;
}
