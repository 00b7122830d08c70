package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// interruption is why a run was called off: a signal.
type interruption struct{ signal os.Signal }

func (i interruption) Error() string { return "interrupted" }

// Unwrap says what it is to everybody who does not know of signals.
func (interruption) Unwrap() error { return context.Canceled }

// status is what shells say of a program that a signal has ended.
func (i interruption) status() int {
	if number, ok := i.signal.(syscall.Signal); ok {
		return exitSignal + int(number)
	}
	return exitInterrupted
}

// interruptible returns a context that SIGINT and SIGTERM call off. A second
// signal ends the program at once.
func interruptible(parent context.Context) (_ context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case s := <-signals:
			cancel(interruption{s})
		case <-ctx.Done():
		}
		signal.Stop(signals)
	}()
	return ctx, func() { cancel(nil) }
}
