using LabTest.Capabilities;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Capabilities;

internal sealed class MovableRole(Instrument instrument, CapabilityModel model, int channel) : Role(instrument, model, channel), IMovable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(10);

    public Step<Quantity> Position(CancellationToken cancellationToken = default) => Begin(() => ReadQuantity(Parameter(Player("position")), cancellationToken));

    public Step Move(Quantity target, CancellationToken cancellationToken = default) => Begin(() => MoveCore(target, cancellationToken));

    public Step Stop(CancellationToken cancellationToken = default) => Begin(() => Do("stop", cancellationToken));

    public Step Home(CancellationToken cancellationToken = default) => Begin(() => Do("home", cancellationToken));

    private async ValueTask MoveCore(Quantity target, CancellationToken cancellationToken)
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
            await Do("stop", deadline.Token).ConfigureAwait(false);
            throw;
        }
    }
}
