using LabTest.Capabilities;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Capabilities;

internal sealed class MovableRole(Instrument instrument, CapabilityModel model, int channel) : Role(instrument, model, channel), IMovable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(10);

    public async ValueTask<Quantity> Position(CancellationToken cancellationToken = default) =>
        (await Read(Parameter(Player("position")), cancellationToken).ConfigureAwait(false)).Quantity;

    public async ValueTask Move(Quantity target, CancellationToken cancellationToken = default)
    {
        await Set(Parameter(Player("target") ?? Player("position")), target, cancellationToken).ConfigureAwait(false);
        if (Player("moving") is not { } moving)
            return;
        try
        {
            while ((await Read(Parameter(moving), cancellationToken).ConfigureAwait(false)).Flag)
                await Clock.Delay(Every, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            using var deadline = new CancellationTokenSource(StopDeadline);
            await Stop(deadline.Token).ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask Stop(CancellationToken cancellationToken = default) => Do("stop", cancellationToken);

    public ValueTask Home(CancellationToken cancellationToken = default) => Do("home", cancellationToken);
}
