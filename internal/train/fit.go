package main

import "math"

// example is a block as the fit sees it: which levels apply, and what the
// fixed part of its sum is.
type example struct {
	rows   []uint16 // indices of weights
	offset float32  // nats that other tables give
	weight float32
	yes    bool
}

// fitOptions are the settings of a fit.
type fitOptions struct {
	epochs int
	rate   float64 // first step of AdaGrad, in nats
	g0     float64 // squared gradient that every weight begins with
	l2     float64 // pull of a weight towards what is expected of it, in examples
}

// Settings of the fits of blocks alone and among others, chosen on pages not
// fitted on: less pull overfits the roles that few pages were labelled with,
// more loses rare wording.
var (
	firstFit  = fitOptions{epochs: 14, rate: 0.2, l2: 20, g0: 1e-3}
	secondFit = fitOptions{epochs: 14, rate: 0.1, l2: 10, g0: 1e-3}
)

// fit finds the weights that make the examples most likely: logistic
// regression on levels, by AdaGrad (Duchi et al., 2011) over the examples in
// a fixed order, with the weights of the second half of the epochs averaged
// (Polyak and Juditsky, 1992). Weight 0 is the prior. The same examples give the
// same bits.
func fit(examples []example, n int, expect []float64, opt fitOptions) []float32 {
	w := make([]float64, n)
	copy(w, expect)
	g2 := make([]float64, n)
	for i := range g2 {
		g2[i] = opt.g0
	}
	count := make([]float64, n)
	for _, e := range examples {
		for _, r := range e.rows {
			count[r] += float64(e.weight)
		}
	}
	shrink := make([]float64, n) // the penalty of a weight, spread over the examples that it is in
	for i := range shrink {
		if count[i] > 0 {
			shrink[i] = opt.l2 / count[i]
		}
	}
	average := make([]float64, n)
	const stride = 7919 // a prime: visits all examples in an order that mixes pages
	for epoch := range opt.epochs {
		at := epoch * 31
		for range examples {
			at = (at + stride) % len(examples)
			e := &examples[at]
			sum := float64(e.offset) + w[0]
			for _, r := range e.rows {
				sum += w[r]
			}
			y := 0.0
			if e.yes {
				y = 1
			}
			d := (1/(1+math.Exp(-sum)) - y) * float64(e.weight)
			update := func(r int, penalty float64) {
				g := d + penalty*(w[r]-expect[r])*float64(e.weight)
				g2[r] += g * g
				w[r] -= opt.rate * g / math.Sqrt(g2[r])
			}
			update(0, 0)
			for _, r := range e.rows {
				update(int(r), shrink[r])
			}
		}
		if epoch >= opt.epochs/2 {
			for i := range w {
				average[i] += w[i] / float64(opt.epochs-opt.epochs/2)
			}
		}
	}
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(hundredths(average[i]))
		if count[i] == 0 && i > 0 {
			out[i] = float32(expect[i])
		}
	}
	return out
}

// hundredths rounds to what tables hold.
func hundredths(x float64) float64 { return math.Round(100*x) / 100 }
