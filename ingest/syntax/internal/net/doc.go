// Package net is the small neural network that tags, parses and finds names: its parameters, its forward pass, the
// features it reads and the file it is stored in.
//
//	word vector ─┐
//	letters ─────┴─▶ x ─▶ LSTM ⇄ ─▶ h1 ─▶ LSTM ⇄ ─▶ h2 ─┬─▶ scores of every head for every word
//	                                │                  ├─▶ scores of the relations of a word to its head
//	                                └─▶ tags           └─▶ names
//
// There is one forward pass: training runs it with dropout masks and then reads from its State what the gradients need,
// reading runs it without. Everything is float32 and every sum has a fixed order, so a sentence has the same scores on
// every machine.
//
// What it does not do: choose a tree (package tree does) or learn (package main in train does).
package net
