using System.Collections.Immutable;
using Akka.Configuration;
using Akka.Util;

namespace Akka.Actor.Setup
{
    /// <summary>A setting that is an object, for those who cannot be reached through text.</summary>
    public abstract class Setup
    {
        public ActorSystemSetup And(Setup other) => ActorSystemSetup.Create(this, other);
    }

    /// <summary>The setups of an actor system, one of each type.</summary>
    public sealed class ActorSystemSetup
    {
        public static readonly ActorSystemSetup Empty = new(ImmutableDictionary<Type, Setup>.Empty);

        private readonly ImmutableDictionary<Type, Setup> _setups;

        private ActorSystemSetup(ImmutableDictionary<Type, Setup> setups) => _setups = setups;

        public static ActorSystemSetup Create(params Setup[] setup) =>
            setup.Aggregate(Empty, static (all, one) => all.WithSetup(one));

        public Option<T> Get<T>()
            where T : Setup =>
            _setups.TryGetValue(typeof(T), out var setup) ? Option<T>.Create((T)setup) : Option<T>.None;

        public ActorSystemSetup WithSetup<T>(T setup)
            where T : Setup =>
            new(_setups.SetItem(setup.GetType(), setup));

        public ActorSystemSetup And<T>(T setup)
            where T : Setup =>
            WithSetup(setup);
    }
}

namespace Akka.Actor
{
    /// <summary>The setup that every actor system looks for: its configuration.</summary>
    public sealed class BootstrapSetup : Setup.Setup
    {
        private BootstrapSetup(Option<Config> config) => Config = config;

        public Option<Config> Config { get; }

        public static BootstrapSetup Create() => new(Option<Config>.None);

        public BootstrapSetup WithConfig(Config config) => new(config);
    }
}
