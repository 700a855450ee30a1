package graph

// Type is a PLOVER event type.
type Type string

// The 16 PLOVER types (PLOVER manual 0.8).
const (
	TypeAgree     Type = "AGREE"
	TypeConsult   Type = "CONSULT"
	TypeSupport   Type = "SUPPORT"
	TypeConcede   Type = "CONCEDE"
	TypeCooperate Type = "COOPERATE"
	TypeAid       Type = "AID"
	TypeRetreat   Type = "RETREAT"
	TypeRequest   Type = "REQUEST"
	TypeAccuse    Type = "ACCUSE"
	TypeReject    Type = "REJECT"
	TypeThreaten  Type = "THREATEN"
	TypeProtest   Type = "PROTEST"
	TypeSanction  Type = "SANCTION"
	TypeMobilize  Type = "MOBILIZE"
	TypeCoerce    Type = "COERCE"
	TypeAssault   Type = "ASSAULT"
)

// Quad is one of the four classes that PLOVER and CAMEO sort events into.
type Quad string

// The quad classes.
const (
	VerbalCooperation   Quad = "VERBAL_COOPERATION"
	MaterialCooperation Quad = "MATERIAL_COOPERATION"
	VerbalConflict      Quad = "VERBAL_CONFLICT"
	MaterialConflict    Quad = "MATERIAL_CONFLICT"
)

// quads gives the quad class of each type, as PLOVER's table does.
var quads = map[Type]Quad{
	TypeAgree: VerbalCooperation, TypeConsult: VerbalCooperation, TypeSupport: VerbalCooperation, TypeConcede: VerbalCooperation,
	TypeCooperate: MaterialCooperation, TypeAid: MaterialCooperation, TypeRetreat: MaterialCooperation,
	TypeRequest: VerbalConflict, TypeAccuse: VerbalConflict, TypeReject: VerbalConflict, TypeThreaten: VerbalConflict,
	TypeProtest: MaterialConflict, TypeSanction: MaterialConflict, TypeMobilize: MaterialConflict, TypeCoerce: MaterialConflict,
	TypeAssault: MaterialConflict,
}

// Quad is the quad class of the type; "" for a type that PLOVER does not have.
func (t Type) Quad() Quad { return quads[t] }

// Types lists the PLOVER types.
func Types() []Type {
	return []Type{TypeAgree, TypeConsult, TypeSupport, TypeConcede, TypeCooperate, TypeAid, TypeRetreat, TypeRequest, TypeAccuse,
		TypeReject, TypeThreaten, TypeProtest, TypeSanction, TypeMobilize, TypeCoerce, TypeAssault}
}

// Kind is the readable predicate of an event.
type Kind string

// The kinds.
const (
	Meet             Kind = "MEET"
	Call             Kind = "CALL"
	Visit            Kind = "VISIT"
	Host             Kind = "HOST"
	Negotiate        Kind = "NEGOTIATE"
	Mediate          Kind = "MEDIATE"
	Sign             Kind = "SIGN"
	Agree            Kind = "AGREE"
	Promise          Kind = "PROMISE"
	Praise           Kind = "PRAISE"
	Appeal           Kind = "APPEAL"
	Accuse           Kind = "ACCUSE"
	Condemn          Kind = "CONDEMN"
	Reject           Kind = "REJECT"
	Threaten         Kind = "THREATEN"
	Sanction         Kind = "SANCTION"
	Expel            Kind = "EXPEL"
	Recall           Kind = "RECALL"
	BreakRelations   Kind = "BREAK_RELATIONS"
	RestoreRelations Kind = "RESTORE_RELATIONS"
	Aid              Kind = "AID"
	Trade            Kind = "TRADE"
	Exercise         Kind = "EXERCISE"
	Attack           Kind = "ATTACK"
	Detain           Kind = "DETAIN"
	Release          Kind = "RELEASE"
	Ceasefire        Kind = "CEASEFIRE"
	Withdraw         Kind = "WITHDRAW"
	Vote             Kind = "VOTE"
	Appoint          Kind = "APPOINT"
	Protest          Kind = "PROTEST"
	Other            Kind = "OTHER"
)

// EdgeType is the type of a plain edge, an upper-case verb: MET, VISITED, AT.
type EdgeType string

// At is the plain edge from a participant to the place of the event.
const At EdgeType = "AT"

// Visited is the plain edge from a visitor to the visited country.
const Visited EdgeType = "VISITED"

// Predicate is what the project knows of a kind.
type Predicate struct {
	Kind      Kind
	Type      Type   // its PLOVER type, unless a frame says otherwise
	Mode      string // its PLOVER mode
	Symmetric bool   // two-sided: met, talked, signed with each other
	Cameo     string // CAMEO code, "" where CAMEO has none
	Goldstein float64
	Edge      EdgeType // the plain edge it becomes, "" for none
	Past      string   // "met": what stands between the sides in an event's name
	Base      string   // "meet": the same after "to" and "may"
}

// Predicates is the one table of kinds: PLOVER type and mode, CAMEO code, the code's Goldstein score (Goldstein 1992, as
// extended to CAMEO), the plain edge and the words of names. Only kinds that have a score of their own have a code.
var Predicates = []Predicate{
	{Meet, TypeConsult, "", true, "040", 1.0, "MET", "met", "meet"},
	{Call, TypeConsult, "phone", true, "041", 1.0, "CALLED", "called", "call"},
	{Visit, TypeConsult, "visit", false, "042", 1.9, Visited, "visited", "visit"},
	{Host, TypeConsult, "visit", false, "043", 2.8, "HOSTED", "hosted", "host"},
	{Negotiate, TypeConsult, "", true, "046", 7.0, "NEGOTIATED_WITH", "negotiated with", "negotiate with"},
	{Mediate, TypeConsult, "third-party", false, "045", 5.0, "MEDIATED", "mediated with", "mediate with"},
	{Sign, TypeSupport, "", true, "057", 8.0, "SIGNED_WITH", "signed an accord with", "sign an accord with"},
	{Agree, TypeAgree, "", true, "030", 4.0, "AGREED_WITH", "agreed with", "agree with"},
	{Promise, TypeAgree, "", false, "030", 4.0, "PROMISED", "gave a promise to", "give a promise to"},
	{Praise, TypeSupport, "", false, "051", 3.4, "PRAISED", "praised", "praise"},
	{Appeal, TypeRequest, "", false, "020", 3.0, "APPEALED_TO", "appealed to", "appeal to"},
	{Accuse, TypeAccuse, "allege", false, "112", -2.0, "ACCUSED", "accused", "accuse"},
	{Condemn, TypeAccuse, "disapprove", false, "111", -2.0, "CONDEMNED", "condemned", "condemn"},
	{Reject, TypeReject, "", false, "120", -4.0, "REJECTED", "rejected a demand of", "reject a demand of"},
	{Threaten, TypeThreaten, "", false, "130", -4.4, "THREATENED", "threatened", "threaten"},
	{Sanction, TypeSanction, "discontinue", false, "163", -8.0, "SANCTIONED", "imposed sanctions on", "impose sanctions on"},
	{Expel, TypeSanction, "expel", false, "166", -7.0, "EXPELLED", "expelled officials of", "expel officials of"},
	{Recall, TypeSanction, "withdraw", false, "161", -4.0, "RECALLED_FROM", "recalled its envoy from", "recall its envoy from"},
	{BreakRelations, TypeSanction, "discontinue", false, "161", -4.0, "BROKE_WITH", "broke relations with", "break relations with"},
	{RestoreRelations, TypeSupport, "", true, "050", 3.5, "RESTORED_TIES_WITH", "restored relations with", "restore relations with"},
	{Aid, TypeAid, "", false, "070", 7.0, "AIDED", "gave aid to", "give aid to"},
	{Trade, TypeCooperate, "", true, "061", 6.4, "TRADED_WITH", "traded with", "trade with"},
	{Exercise, TypeCooperate, "", true, "062", 7.4, "EXERCISED_WITH", "held exercises with", "hold exercises with"},
	{Attack, TypeAssault, "", false, "190", -10.0, "ATTACKED", "attacked", "attack"},
	{Detain, TypeCoerce, "arrest", false, "173", -5.0, "DETAINED", "detained", "detain"},
	{Release, TypeRetreat, "release", false, "0841", 7.0, "RELEASED", "released", "release"},
	{Ceasefire, TypeConcede, "ceasefire", true, "0871", 9.0, "CEASED_FIRE_WITH", "ceased fire with", "cease fire with"},
	{Withdraw, TypeRetreat, "withdraw", false, "0874", 10.0, "WITHDREW_FROM", "withdrew from", "withdraw from"},
	{Vote, TypeSupport, "", false, "", 0, "VOTED_ON", "voted on", "vote on"},
	{Appoint, TypeSupport, "", false, "", 0, "APPOINTED", "appointed", "appoint"},
	{Protest, TypeAccuse, "disapprove", false, "111", -2.0, "PROTESTED_TO", "protested to", "protest to"},
	{Other, TypeConsult, "", false, "", 0, "", "acted on", "act on"},
}

var predicates = func() map[Kind]Predicate {
	m := map[Kind]Predicate{}
	for _, p := range Predicates {
		m[p.Kind] = p
	}
	return m
}()

// Predicate looks the kind up in Predicates; an unknown kind is an Other.
func (k Kind) Predicate() Predicate {
	if p, ok := predicates[k]; ok {
		return p
	}
	return predicates[Other]
}

// Known tells whether the kind is one of the table.
func (k Kind) Known() bool { _, ok := predicates[k]; return ok }

// Goldstein is the Goldstein score of a CAMEO code that the table of kinds uses, −10 … +10; nil for any other code.
func Goldstein(cameo string) *float64 {
	for _, p := range Predicates {
		if p.Cameo == cameo && cameo != "" {
			return &p.Goldstein
		}
	}
	return nil
}
