using BenchmarkDotNet.Running;
using TelephonyActors.Benchmarks.Measuring;

BenchmarkSwitcher.FromAssembly(typeof(Figures).Assembly).Run(args, new Figures());
