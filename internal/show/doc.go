// Package show writes results as one HTML page to look at: a list of documents,
// and of each its blocks with role, score and reasons, the article beside them.
// The page needs no network and loads nothing; all that comes from documents is
// text in it.
package show
