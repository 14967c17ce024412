package main

import "strings"

// reignCountry returns the ISO 3166-1 code, for dissolved states the withdrawn
// one, of a state of the Correlates of War list; empty for one that is left out.
func reignCountry(state, year string) string {
	switch {
	case state == "YUG" && year >= "2006":
		return "RS"
	case state == "RUS" && year < "1991":
		return "SU"
	}
	return reignStates[state]
}

var reignStates = func() map[string]string {
	m := map[string]string{}
	for pair := range strings.FieldsSeq(reignPairs) {
		state, country, _ := strings.Cut(pair, "=")
		m[state] = country
	}
	return m
}()

// reignPairs leaves out San Marino (SNM) and the Republic of Vietnam (RVN).
const reignPairs = `
USA=US CAN=CA BHM=BS CUB=CU HAI=HT DOM=DO JAM=JM TRI=TT BAR=BB DMA=DM GRN=GD SLU=LC SVG=VC AAB=AG SKN=KN MEX=MX BLZ=BZ GUA=GT HON=HN SAL=SV
NIC=NI COS=CR PAN=PA COL=CO VEN=VE GUY=GY SUR=SR ECU=EC PER=PE BRA=BR BOL=BO PAR=PY CHL=CL ARG=AR URU=UY
UKG=GB IRE=IE NTH=NL BEL=BE LUX=LU FRN=FR MNC=MC LIE=LI SWZ=CH SPN=ES AND=AD POR=PT GMY=DE GFR=DE GDR=DD POL=PL AUS=AT HUN=HU CZE=CS CZR=CZ
SLO=SK ITA=IT MLT=MT ALB=AL MNG=ME MAC=MK CRO=HR YUG=YU BOS=BA KOS=XK SLV=SI GRC=GR CYP=CY BUL=BG MLD=MD ROM=RO RUS=RU EST=EE LAT=LV LIT=LT
UKR=UA BLR=BY ARM=AM GRG=GE AZE=AZ FIN=FI SWD=SE NOR=NO DEN=DK ICE=IS
CAP=CV STP=ST GNB=GW EQG=GQ GAM=GM MLI=ML SEN=SN BEN=BJ MAA=MR NIR=NE CDI=CI GUI=GN BFO=BF LBR=LR SIE=SL GHA=GH TOG=TG CAO=CM NIG=NG GAB=GA
CEN=CF CHA=TD CON=CG DRC=CD UGA=UG KEN=KE TAZ=TZ BUI=BI RWA=RW SOM=SO DJI=DJ ETH=ET ERI=ER ANG=AO MZM=MZ ZAM=ZM ZIM=ZW MAW=MW SAF=ZA NAM=NA
LES=LS BOT=BW SWA=SZ MAG=MG COM=KM MAS=MU SEY=SC
MOR=MA ALG=DZ TUN=TN LIB=LY SUD=SD SSD=SS IRN=IR TUR=TR IRQ=IQ EGY=EG SYR=SY LEB=LB JOR=JO ISR=IL SAU=SA YAR=YE YEM=YE YPR=YD KUW=KW BAH=BH
QAT=QA UAE=AE OMA=OM
AFG=AF TKM=TM TAJ=TJ KYR=KG UZB=UZ KZK=KZ CHN=CN MON=MN PRK=KP ROK=KR JPN=JP IND=IN BHU=BT PAK=PK BNG=BD MYA=MM SRI=LK MAD=MV NEP=NP THI=TH
CAM=KH LAO=LA DRV=VN MAL=MY SIN=SG BRU=BN PHI=PH INS=ID ETM=TL
AUL=AU PNG=PG NEW=NZ VAN=VU SOL=SB KIR=KI TUV=TV FIJ=FJ TON=TO NAU=NR MSI=MH PAL=PW FSM=FM WSM=WS
`
