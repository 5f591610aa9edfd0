// The tests share two databases' worth of disk; side by side they would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
