package consistency

import "testing"

func TestSound(t *testing.T) {
	alike := [][2]string{
		{"Nazarbayev", "Nazarbaev"}, {"Zelensky", "Zelenskyy"}, {"Zelensky", "Zelenskiy"}, {"Erdoğan", "Erdogan"}, {"Schröder", "Schroeder"},
		{"Yatsenyuk", "Yatseniuk"}, {"Vasilyeva", "Vasilieva"}, {"Phillip", "Philip"}, {"Kadhafi", "Kadafi"},
	}
	for _, p := range alike {
		if sound(p[0]) != sound(p[1]) {
			t.Errorf("%s sounds as %q, %s as %q", p[0], sound(p[0]), p[1], sound(p[1]))
		}
	}
	apart := [][2]string{{"Hansen", "Hanson"}, {"Colombia", "Columbia"}, {"Berg", "Burg"}, {"Petrov", "Petrova"}, {"Martin", "Martins"}}
	for _, p := range apart {
		if sound(p[0]) == sound(p[1]) {
			t.Errorf("%s and %s both sound as %q", p[0], p[1], sound(p[0]))
		}
	}
}
