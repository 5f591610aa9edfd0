using Akka.Configuration;

namespace Akka.TestKit;

/// <summary>How long a test waits, from the section akka.test of the configuration.</summary>
public class TestKitSettings
{
    /// <summary>The settings of a configuration.</summary>
    /// <exception cref="ConfigurationException">The factor is not positive, or there is no configuration.</exception>
    public TestKitSettings(Config config)
    {
        if (config.IsNullOrEmpty())
            throw ConfigurationException.NullOrEmptyConfig<TestKitSettings>();
        DefaultTimeout = config.GetTimeSpan("akka.test.default-timeout", null, allowInfinite: false);
        SingleExpectDefault = config.GetTimeSpan("akka.test.single-expect-default", null, allowInfinite: false);
        TestTimeFactor = config.GetDouble("akka.test.timefactor");
        if (TestTimeFactor <= 0)
            throw new ConfigurationException($"akka.test.timefactor has to be positive, and is {TestTimeFactor}.");
    }

    /// <summary>How long one waits for an answer.</summary>
    public TimeSpan DefaultTimeout { get; }

    /// <summary>How long an expectation waits that says nothing else, outside of a Within.</summary>
    public TimeSpan SingleExpectDefault { get; }

    /// <summary>What times are multiplied by, on a slow machine.</summary>
    public double TestTimeFactor { get; }
}
