package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNamesAreTakenFromEntities(t *testing.T) {
	for name, c := range map[string]struct {
		words []word
		want  string
	}{
		"a title is no part of a name": {[]word{
			{Form: "President", XPOS: "NNP", Head: 1, Rel: "nmod:desc", Misc: "Entity=(5-person-new-nnnnn-cf1-1-sgl"},
			{Form: "Joe", XPOS: "NNP", Head: -1, Rel: "root"},
			{Form: "Biden", XPOS: "NNP", Head: 1, Rel: "flat", Misc: "Entity=5)"},
		}, "O B-PER I-PER"},
		"a small word joins an organization": {[]word{
			{Form: "Ministry", XPOS: "NNP", Head: -1, Rel: "root", Misc: "Entity=(1-organization-new-nnnnn-cf1-1-sgl"},
			{Form: "of", XPOS: "IN", Head: 2, Rel: "case"},
			{Form: "Defense", XPOS: "NNP", Head: 0, Rel: "nmod", Misc: "Entity=1)"},
		}, "B-ORG I-ORG I-ORG"},
		"the outer of two names counts": {[]word{
			{Form: "Lyon", XPOS: "NNP", Head: 1, Rel: "compound", Misc: "Entity=(1-organization-new-nnnnn-cf1-1-sgl(2-place-new-nnnnn-cf1-1-sgl)"},
			{Form: "University", XPOS: "NNP", Head: -1, Rel: "root", Misc: "Entity=1)"},
		}, "B-ORG I-ORG"},
		"a common noun names nobody": {[]word{
			{Form: "the", XPOS: "DT", Head: 1, Rel: "det", Misc: "Entity=(3-person-new-nnnnn-cf1-1-sgl"},
			{Form: "leader", XPOS: "NN", Head: -1, Rel: "root", Misc: "Entity=3)"},
		}, "O O"},
		"a people is no person": {[]word{
			{Form: "Americans", XPOS: "NNPS", Head: -1, Rel: "root", Misc: "Entity=(3-person-new-nnnnn-cf1-1-sgl)"},
		}, "O"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, w := range nameEntities(c.words) {
				got = append(got, w.Name)
			}
			if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}
