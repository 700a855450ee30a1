// Package graph holds the words of the diplomatic event graph.
package graph
