//go:build !amd64

package net

const (
	hasAVX2   = false
	hasAVX512 = false
)

func mulAddAVX2(*float32, int, int, *float32, int, *float32) {}

func mulAddAVX512(*float32, int, int, *float32, int, *float32) {}

func addAVX2(*float32, *float32, int) {}

func rectifyAVX2(*float32, int) {}

func mulAddTileAVX512(*float32, int, *float32, int, *float32) {}

func tanhAVX2(*float32, int) {}
