"""bn-learning-rate at its defaults: eight layers trained at three rates, with batch normalisation and without.

The panel on scaled weights is left out, in favour of PyTorch.
"""

import torch
from timing import report

features, width, classes, layers = 16, 32, 4, 8
examples, batch, steps = 512, 64, 100
rates = (0.3, 1.0, 3.0)


def draw_batches():
    inputs = torch.randn(examples, features)
    hidden = torch.randn(features, width) * 2 / features**0.5
    labels = (torch.tanh(inputs @ hidden) @ torch.randn(width, classes)).argmax(dim=1)
    return list(zip(inputs.split(batch), labels.split(batch)))


def draw_network(is_normalised):
    sizes = [features] + [width] * (layers - 1) + [classes]
    parts = []
    for place, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:])):
        is_last = place == layers - 1
        linear = torch.nn.Linear(fan_in, fan_out, bias=is_last or not is_normalised)
        torch.nn.init.xavier_normal_(linear.weight) if is_last else torch.nn.init.kaiming_normal_(linear.weight)
        parts.append(linear)
        if not is_last:
            parts += [torch.nn.BatchNorm1d(fan_out, track_running_stats=False)] if is_normalised else []
            parts.append(torch.nn.ReLU())
    return torch.nn.Sequential(*parts)


def train(is_normalised, rate):
    batches = draw_batches()
    network = draw_network(is_normalised)
    optimiser = torch.optim.SGD(network.parameters(), lr=rate)
    losses = []
    for step in range(steps):
        inputs, labels = batches[step % len(batches)]
        loss = torch.nn.functional.cross_entropy(network(inputs), labels)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.detach())
    return float(torch.stack(losses)[-16:].mean())


def once():
    for is_normalised in (False, True):
        for rate in rates:
            train(is_normalised, rate)


report(once, runs=5, warm=2)
